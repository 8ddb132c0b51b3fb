// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/authorities.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {

std::span<const Authority> authorities()
{
    static constexpr std::array table{
        Authority{"AT"_L1, "Österreichische Datenschutzbehörde", "https://www.dsb.gv.at/"},
        Authority{"BE"_L1, "Gegevensbeschermingsautoriteit / Autorité de protection des données",
                  "https://www.dataprotectionauthority.be/"},
        Authority{"BG"_L1, "Комисия за защита на личните данни", "https://www.cpdp.bg/"},
        Authority{"CH"_L1, "Eidgenössischer Datenschutz- und Öffentlichkeitsbeauftragter",
                  "https://www.edoeb.admin.ch/"},
        Authority{"CY"_L1, "Γραφείο Επιτρόπου Προστασίας Δεδομένων Προσωπικού Χαρακτήρα",
                  "https://www.dataprotection.gov.cy/"},
        Authority{"CZ"_L1, "Úřad pro ochranu osobních údajů", "https://uoou.gov.cz/"},
        Authority{"DE"_L1, "Die Bundesbeauftragte für den Datenschutz und die Informationsfreiheit",
                  "https://www.bfdi.bund.de/"},
        Authority{"DK"_L1, "Datatilsynet", "https://www.datatilsynet.dk/"},
        Authority{"EE"_L1, "Andmekaitse Inspektsioon", "https://www.aki.ee/"},
        Authority{"ES"_L1, "Agencia Española de Protección de Datos", "https://www.aepd.es/"},
        Authority{"FI"_L1, "Tietosuojavaltuutetun toimisto", "https://tietosuoja.fi/"},
        Authority{"FR"_L1, "Commission nationale de l'informatique et des libertés", "https://www.cnil.fr/"},
        Authority{"GB"_L1, "Information Commissioner's Office", "https://ico.org.uk/"},
        Authority{"GR"_L1, "Αρχή Προστασίας Δεδομένων Προσωπικού Χαρακτήρα", "https://www.dpa.gr/"},
        Authority{"HR"_L1, "Agencija za zaštitu osobnih podataka", "https://azop.hr/"},
        Authority{"HU"_L1, "Nemzeti Adatvédelmi és Információszabadság Hatóság", "https://www.naih.hu/"},
        Authority{"IE"_L1, "Data Protection Commission", "https://www.dataprotection.ie/"},
        Authority{"IS"_L1, "Persónuvernd", "https://www.personuvernd.is/"},
        Authority{"IT"_L1, "Garante per la protezione dei dati personali", "https://www.garanteprivacy.it/"},
        Authority{"LI"_L1, "Datenschutzstelle Liechtenstein", "https://www.datenschutzstelle.li/"},
        Authority{"LT"_L1, "Valstybinė duomenų apsaugos inspekcija", "https://vdai.lrv.lt/"},
        Authority{"LU"_L1, "Commission nationale pour la protection des données", "https://cnpd.public.lu/"},
        Authority{"LV"_L1, "Datu valsts inspekcija", "https://www.dvi.gov.lv/"},
        Authority{"MT"_L1, "Office of the Information and Data Protection Commissioner",
                  "https://idpc.org.mt/"},
        Authority{"NL"_L1, "Autoriteit Persoonsgegevens", "https://autoriteitpersoonsgegevens.nl/"},
        Authority{"NO"_L1, "Datatilsynet", "https://www.datatilsynet.no/"},
        Authority{"PL"_L1, "Urząd Ochrony Danych Osobowych", "https://uodo.gov.pl/"},
        Authority{"PT"_L1, "Comissão Nacional de Proteção de Dados", "https://www.cnpd.pt/"},
        Authority{"RO"_L1, "Autoritatea Națională de Supraveghere a Prelucrării Datelor cu Caracter Personal",
                  "https://www.dataprotection.ro/"},
        Authority{"SE"_L1, "Integritetsskyddsmyndigheten", "https://www.imy.se/"},
        Authority{"SI"_L1, "Informacijski pooblaščenec", "https://www.ip-rs.si/"},
        Authority{"SK"_L1, "Úrad na ochranu osobných údajov", "https://dataprotection.gov.sk/"},
    };
    return table;
}

const Authority *findAuthority(const QString &country)
{
    const std::span<const Authority> all = authorities();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [&country](const Authority &one) { return country == one.country; });
    return found == all.end() ? nullptr : &*found;
}

} // namespace ChatOps
