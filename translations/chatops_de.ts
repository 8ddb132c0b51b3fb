<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>App</name>
    <message>
        <source>The list of accounts cannot be read.</source>
        <translation>Die Liste der Konten kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The list of accounts on this computer is damaged. It was set aside; sign in again to make a new one.</source>
        <translation>Die Liste der Konten auf diesem Computer ist beschädigt. Sie wurde beiseitegelegt; melden Sie sich neu an, um eine neue anzulegen.</translation>
    </message>
    <message>
        <source>The list of accounts cannot be written to this computer. After the program has ended it will not know this account.</source>
        <translation>Die Liste der Konten kann auf diesem Computer nicht gespeichert werden. Nach dem Beenden kennt das Programm dieses Konto nicht mehr.</translation>
    </message>
    <message>
        <source>The settings cannot be written to this computer. They hold until the program ends.</source>
        <translation>Die Einstellungen können auf diesem Computer nicht gespeichert werden. Sie gelten, bis das Programm endet.</translation>
    </message>
</context>
<context>
    <name>Calendar</name>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
</context>
<context>
    <name>ChatOps</name>
    <message>
        <source>The other side sent something unreadable.</source>
        <translation>Die Gegenseite hat etwas Unlesbares gesendet.</translation>
    </message>
    <message>
        <source>The workspace is being loaded.</source>
        <translation>Der Arbeitsbereich wird gerade geladen.</translation>
    </message>
    <message>
        <source>The server sent something that does not belong here.</source>
        <translation>Der Server hat etwas gesendet, das nicht hierher gehört.</translation>
    </message>
    <message>
        <source>Changes arrived out of order.</source>
        <translation>Änderungen kamen in falscher Reihenfolge an.</translation>
    </message>
    <message>
        <source>You are no longer in this channel.</source>
        <translation>Sie sind nicht mehr in diesem Kanal.</translation>
    </message>
    <message>
        <source>The stored data cannot be opened with this key.</source>
        <translation>Die gespeicherten Daten lassen sich mit diesem Schlüssel nicht öffnen.</translation>
    </message>
    <message>
        <source>The stored data is damaged.</source>
        <translation>Die gespeicherten Daten sind beschädigt.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The stored data cannot be written. Check the folder&apos;s permissions.</source>
        <translation>Die gespeicherten Daten können nicht geschrieben werden. Prüfen Sie die Rechte des Ordners.</translation>
    </message>
    <message>
        <source>This exists already.</source>
        <translation>Das gibt es schon.</translation>
    </message>
    <message>
        <source>The stored data cannot be read or written.</source>
        <translation>Die gespeicherten Daten können nicht gelesen oder geschrieben werden.</translation>
    </message>
    <message>
        <source>This change is not waiting any more.</source>
        <translation>Diese Änderung wartet nicht mehr.</translation>
    </message>
    <message>
        <source>The file is not waiting to be sent.</source>
        <translation>Die Datei wartet nicht auf das Senden.</translation>
    </message>
    <message>
        <source>There is not enough memory to check the passphrase.</source>
        <translation>Der Arbeitsspeicher reicht nicht, um die Passphrase zu prüfen.</translation>
    </message>
    <message>
        <source>The cipher library cannot start.</source>
        <translation>Die Verschlüsselungsbibliothek startet nicht.</translation>
    </message>
    <message>
        <source>Use at least ten characters for the passphrase.</source>
        <translation>Verwenden Sie mindestens zehn Zeichen für die Passphrase.</translation>
    </message>
    <message>
        <source>The key file cannot be read.</source>
        <translation>Die Schlüsseldatei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The key file is damaged.</source>
        <translation>Die Schlüsseldatei ist beschädigt.</translation>
    </message>
    <message>
        <source>This is not the right passphrase.</source>
        <translation>Das ist nicht die richtige Passphrase.</translation>
    </message>
    <message>
        <source>The key file cannot be written.</source>
        <translation>Die Schlüsseldatei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The key file cannot be removed.</source>
        <translation>Die Schlüsseldatei kann nicht entfernt werden.</translation>
    </message>
    <message>
        <source>This data was written by a newer version of ChatOps Desktop. Update the program to open it; nothing was changed.</source>
        <translation>Diese Daten hat eine neuere Version von ChatOps Desktop geschrieben. Aktualisieren Sie das Programm, um sie zu öffnen; nichts wurde verändert.</translation>
    </message>
    <message>
        <source>The database library does not encrypt. Nothing was stored.</source>
        <translation>Die Datenbankbibliothek verschlüsselt nicht. Nichts wurde gespeichert.</translation>
    </message>
    <message>
        <source>The account is closed.</source>
        <translation>Das Konto ist geschlossen.</translation>
    </message>
    <message>
        <source>The damaged file cannot be moved out of the way.</source>
        <translation>Die beschädigte Datei lässt sich nicht beiseitelegen.</translation>
    </message>
    <message>
        <source>Not every file of the account could be removed.</source>
        <translation>Nicht jede Datei des Kontos konnte entfernt werden.</translation>
    </message>
    <message>
        <source>The account is being closed.</source>
        <translation>Das Konto wird gerade geschlossen.</translation>
    </message>
    <message>
        <source>The file cannot be written.</source>
        <translation>Die Datei kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The file with your unsent changes cannot be put in its place.</source>
        <translation>Die Datei mit Ihren nicht gesendeten Änderungen kann nicht an ihren Platz gebracht werden.</translation>
    </message>
    <message>
        <source>The settings of your organisation for this computer cannot be read (%1). Until they can, everything optional is off.</source>
        <translation>Die Einstellungen Ihrer Organisation für diesen Computer sind nicht lesbar (%1). Bis sie es sind, ist alles Freiwillige aus.</translation>
    </message>
    <message>
        <source>This is no picture of the right kind and size.</source>
        <translation>Das ist kein Bild der richtigen Art und Größe.</translation>
    </message>
    <message>
        <source>An earlier change could not be stored.</source>
        <translation>Eine frühere Änderung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>These messages have changed meanwhile.</source>
        <translation>Diese Nachrichten haben sich inzwischen geändert.</translation>
    </message>
</context>
<context>
    <name>ChatOps::AccessPage</name>
    <message>
        <source>Access by others</source>
        <translation>Zugriff durch andere</translation>
    </message>
    <message>
        <source>Who can see what you write, and what administrators did with your data.</source>
        <translation>Wer sehen kann, was Sie schreiben, und was die Verwaltung mit Ihren Daten getan hat.</translation>
    </message>
    <message>
        <source>Who can see it</source>
        <translation>Wer es sehen kann</translation>
    </message>
    <message>
        <source>Public channels</source>
        <translation>Öffentliche Kanäle</translation>
    </message>
    <message>
        <source>Everybody in the workspace but guests, who see the channels they are in</source>
        <translation>Alle im Arbeitsbereich; Gäste nur die Kanäle, in denen sie sind</translation>
    </message>
    <message>
        <source>Private channels, direct messages</source>
        <translation>Private Kanäle, Direktnachrichten</translation>
    </message>
    <message>
        <source>Their members</source>
        <translation>Ihre Mitglieder</translation>
    </message>
    <message>
        <source>Tasks and events with a channel</source>
        <translation>Aufgaben und Termine mit Kanal</translation>
    </message>
    <message>
        <source>The members of that channel</source>
        <translation>Die Mitglieder dieses Kanals</translation>
    </message>
    <message>
        <source>Tasks and events without one</source>
        <translation>Aufgaben und Termine ohne Kanal</translation>
    </message>
    <message>
        <source>Whoever is named in them</source>
        <translation>Wer darin genannt ist</translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation>Ihr Profil</translation>
    </message>
    <message>
        <source>Everybody in the workspace</source>
        <translation>Alle im Arbeitsbereich</translation>
    </message>
    <message>
        <source>Choices, requests</source>
        <translation>Entscheidungen, Anliegen</translation>
    </message>
    <message>
        <source>You, and the privacy contacts for requests</source>
        <translation>Sie, und bei Anliegen die Ansprechpersonen für Datenschutz</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Whoever runs the server has the key of its database. What they do through the program&apos;s commands with the data of one person stands below; what they do outside of it cannot be seen here.</source>
        <translation>Wer den Server betreibt, hat den Schlüssel seiner Datenbank. Was mit den Befehlen des Programms mit den Daten einer Person getan wird, steht unten; was außerhalb geschieht, ist hier nicht zu sehen.</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Noch nichts.</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>A request was read</source>
        <translation>Ein Anliegen wurde gelesen</translation>
    </message>
    <message>
        <source>A request was answered or written about</source>
        <translation>Ein Anliegen wurde beantwortet oder es wurde dazu geschrieben</translation>
    </message>
    <message>
        <source>Name and address were passed on, as you allowed</source>
        <translation>Name und Adresse wurden weitergegeben, wie Sie es erlaubt haben</translation>
    </message>
    <message>
        <source>An export was made</source>
        <translation>Ein Export wurde erstellt</translation>
    </message>
    <message>
        <source>A field of the profile was set</source>
        <translation>Ein Feld des Profils wurde gesetzt</translation>
    </message>
    <message>
        <source>A new password was set</source>
        <translation>Ein neues Passwort wurde gesetzt</translation>
    </message>
    <message>
        <source>The account was closed</source>
        <translation>Das Konto wurde geschlossen</translation>
    </message>
    <message>
        <source>A legal hold was placed</source>
        <translation>Eine Löschsperre wurde gesetzt</translation>
    </message>
    <message>
        <source>A legal hold was released</source>
        <translation>Eine Löschsperre wurde aufgehoben</translation>
    </message>
    <message>
        <source>The profile was read</source>
        <translation>Das Profil wurde gelesen</translation>
    </message>
    <message>
        <source>What a deletion would remove was counted</source>
        <translation>Es wurde gezählt, was eine Löschung entfernen würde</translation>
    </message>
    <message>
        <source>This log was read</source>
        <translation>Dieses Protokoll wurde gelesen</translation>
    </message>
    <message>
        <source>The role was changed</source>
        <translation>Die Rolle wurde geändert</translation>
    </message>
    <message>
        <source>A message was written</source>
        <translation>Eine Nachricht wurde geschrieben</translation>
    </message>
    <message>
        <source>It was answered</source>
        <translation>Es wurde beantwortet</translation>
    </message>
    <message>
        <source>The time was extended</source>
        <translation>Die Frist wurde verlängert</translation>
    </message>
    <message>
        <source>It was refused</source>
        <translation>Es wurde abgelehnt</translation>
    </message>
    <message>
        <source>The restriction was lifted</source>
        <translation>Die Einschränkung wurde aufgehoben</translation>
    </message>
</context>
<context>
    <name>ChatOps::AccountSession</name>
    <message>
        <source>the system&apos;s keychain</source>
        <translation>dem Schlüsselbund des Systems</translation>
    </message>
    <message>
        <source>a file sealed with your passphrase</source>
        <translation>eine mit Ihrer Passphrase versiegelte Datei</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>dem Arbeitsspeicher</translation>
    </message>
    <message>
        <source>The stored copy of the workspace was damaged. It was set aside and is loaded anew from the server; what you had not sent yet is kept.</source>
        <translation>Die gespeicherte Kopie des Arbeitsbereichs war beschädigt. Sie wurde beiseitegelegt und wird neu vom Server geladen; was Sie noch nicht gesendet hatten, bleibt erhalten.</translation>
    </message>
    <message>
        <source>the key is gone.</source>
        <translation>der Schlüssel ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Both files with your unsent changes were damaged and were set aside: %1. Changes that had not reached the server may be missing.</source>
        <translation>Beide Dateien mit Ihren nicht gesendeten Änderungen waren beschädigt und wurden beiseitegelegt: %1. Änderungen, die den Server noch nicht erreicht hatten, können fehlen.</translation>
    </message>
    <message>
        <source>A file with your unsent changes was damaged and was set aside: %1. Its copy is whole; nothing is missing. The disk of this computer may be failing.</source>
        <translation>Eine Datei mit Ihren nicht gesendeten Änderungen war beschädigt und wurde beiseitegelegt: %1. Ihre Kopie ist heil; es fehlt nichts. Der Datenträger dieses Computers ist möglicherweise defekt.</translation>
    </message>
    <message>
        <source>Not every file of the account could be removed.</source>
        <translation>Nicht jede Datei des Kontos konnte entfernt werden.</translation>
    </message>
    <message>
        <source>The key of this account is not in the keychain, so what is stored here cannot be read. Sign in again to load it anew; what is stored stays until you destroy it.</source>
        <translation>Der Schlüssel dieses Kontos ist nicht im Schlüsselbund; was hier gespeichert ist, lässt sich daher nicht lesen. Melden Sie sich neu an, um es neu zu laden; das Gespeicherte bleibt, bis Sie es vernichten.</translation>
    </message>
    <message>
        <source>The session is kept in the keychain again.</source>
        <translation>Die Sitzung liegt wieder im Schlüsselbund.</translation>
    </message>
    <message>
        <source>%1 Until then this session is in memory only: after the next start you would have to sign in again. What is stored here is not touched.</source>
        <translation>%1 Bis dahin ist diese Sitzung nur im Arbeitsspeicher: Nach dem nächsten Start müssten Sie sich neu anmelden. Was hier gespeichert ist, bleibt unberührt.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>The stored copy of the workspace is damaged and cannot be set aside without its key: %1</source>
        <translation>Die gespeicherte Kopie des Arbeitsbereichs ist beschädigt und lässt sich ohne ihren Schlüssel nicht beiseitelegen: %1</translation>
    </message>
</context>
<context>
    <name>ChatOps::ActivityPage</name>
    <message>
        <source>Signed in on %1</source>
        <translation>Angemeldet auf %1</translation>
    </message>
    <message>
        <source>Export of everything</source>
        <translation>Export von allem</translation>
    </message>
    <message>
        <source>Export of what you provided</source>
        <translation>Export dessen, was Sie bereitgestellt haben</translation>
    </message>
    <message>
        <source>Message written, changed or reacted to</source>
        <translation>Nachricht geschrieben, geändert oder darauf reagiert</translation>
    </message>
    <message>
        <source>Task made or changed</source>
        <translation>Aufgabe angelegt oder geändert</translation>
    </message>
    <message>
        <source>Event made, changed or answered</source>
        <translation>Termin angelegt, geändert oder beantwortet</translation>
    </message>
    <message>
        <source>Channel made or changed</source>
        <translation>Kanal angelegt oder geändert</translation>
    </message>
    <message>
        <source>Membership of a channel changed</source>
        <translation>Mitgliedschaft in einem Kanal geändert</translation>
    </message>
    <message>
        <source>Read marker moved</source>
        <translation>Lesezeichen weitergerückt</translation>
    </message>
    <message>
        <source>Privacy choice</source>
        <translation>Entscheidung zum Datenschutz</translation>
    </message>
    <message>
        <source>Request about your data</source>
        <translation>Anliegen zu Ihren Daten</translation>
    </message>
    <message>
        <source>Notice read</source>
        <translation>Mitteilung gelesen</translation>
    </message>
    <message>
        <source>Profile changed</source>
        <translation>Profil geändert</translation>
    </message>
    <message>
        <source>Preference set</source>
        <translation>Vorliebe gesetzt</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>Gelöscht: %1</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>Was Sie getan haben</translation>
    </message>
    <message>
        <source>What the server has recorded of your own doings, the newest first. It is read out of sessions, exports and the log that keeps your devices in step, and ends where they do; nothing is recorded for this page.</source>
        <translation>Was der Server von Ihrem eigenen Tun festgehalten hat, das Neueste zuerst. Es wird aus Sitzungen, Exporten und dem Protokoll gelesen, das Ihre Geräte auf demselben Stand hält, und endet, wo diese enden; für diese Seite wird nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>This is on the server. %1</source>
        <translation>Das liegt auf dem Server. %1</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>Noch nichts.</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
</context>
<context>
    <name>ChatOps::AgendaDelegate</name>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>wartet auf das Senden</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>time, time zone</comment>
        <translation>%1 in %2</translation>
    </message>
</context>
<context>
    <name>ChatOps::AnnouncementBand</name>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Security</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Maintenance</source>
        <translation>Wartung</translation>
    </message>
    <message>
        <source>Your data may be affected</source>
        <translation>Ihre Daten können betroffen sein</translation>
    </message>
    <message>
        <source>New owner</source>
        <translation>Neuer Eigentümer</translation>
    </message>
    <message>
        <source>Product news, as you chose</source>
        <translation>Neues vom Produkt, wie gewählt</translation>
    </message>
    <message>
        <source>Tip, as you chose</source>
        <translation>Tipp, wie gewählt</translation>
    </message>
    <message>
        <source>Event, as you chose</source>
        <translation>Veranstaltung, wie gewählt</translation>
    </message>
    <message>
        <source>Survey, as you chose</source>
        <translation>Umfrage, wie gewählt</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>No more of these</source>
        <translation>Keine weiteren</translation>
    </message>
    <message>
        <source>I have read it</source>
        <translation>Ich habe es gelesen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ChatOps::BrowseChannelsDialog</name>
    <message>
        <source>There is no other public channel.</source>
        <translation>Es gibt keinen weiteren öffentlichen Kanal.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Browse channels</source>
        <translation>Kanäle durchsehen</translation>
    </message>
    <message>
        <source>Name or topic</source>
        <translation>Name oder Thema</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message numerus="yes">
        <source>suggested: %n people you share channels with</source>
        <translation>
            <numerusform>vorgeschlagen: %n Person, mit der Sie Kanäle teilen</numerusform>
            <numerusform>vorgeschlagen: %n Personen, mit denen Sie Kanäle teilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatOps::ChangesDialog</name>
    <message>
        <source>On the server now</source>
        <translation>Jetzt auf dem Server</translation>
    </message>
    <message>
        <source>Nothing is waiting. Every change is on the server.</source>
        <translation>Nichts wartet. Jede Änderung ist auf dem Server.</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Changes on their way</source>
        <translation>Änderungen unterwegs</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Ihr Text</translation>
    </message>
    <message>
        <source>Text on the server</source>
        <translation>Text auf dem Server</translation>
    </message>
    <message>
        <source>It is sent as soon as the server can be reached.</source>
        <translation>Wird gesendet, sobald der Server erreichbar ist.</translation>
    </message>
    <message>
        <source>Send mine over it</source>
        <translation>Meinen darüber senden</translation>
    </message>
    <message>
        <source>Keep theirs</source>
        <translation>Den anderen behalten</translation>
    </message>
</context>
<context>
    <name>ChatOps::ChangesList</name>
    <message>
        <source>Message: %1</source>
        <translation>Nachricht: %1</translation>
    </message>
    <message>
        <source>Changed message: %1</source>
        <translation>Geänderte Nachricht: %1</translation>
    </message>
    <message>
        <source>Deleted message</source>
        <translation>Gelöschte Nachricht</translation>
    </message>
    <message>
        <source>Reaction %1</source>
        <translation>Reaktion %1</translation>
    </message>
    <message>
        <source>New task: %1</source>
        <translation>Neue Aufgabe: %1</translation>
    </message>
    <message>
        <source>Changed task</source>
        <translation>Geänderte Aufgabe</translation>
    </message>
    <message>
        <source>Changed task: %1</source>
        <translation>Geänderte Aufgabe: %1</translation>
    </message>
    <message>
        <source>Deleted task</source>
        <translation>Gelöschte Aufgabe</translation>
    </message>
    <message>
        <source>New event: %1</source>
        <translation>Neuer Termin: %1</translation>
    </message>
    <message>
        <source>Changed event</source>
        <translation>Geänderter Termin</translation>
    </message>
    <message>
        <source>Changed event: %1</source>
        <translation>Geänderter Termin: %1</translation>
    </message>
    <message>
        <source>Deleted event</source>
        <translation>Gelöschter Termin</translation>
    </message>
    <message>
        <source>Answer to an event</source>
        <translation>Antwort auf einen Termin</translation>
    </message>
    <message>
        <source>Read marker</source>
        <translation>Lesemarke</translation>
    </message>
    <message>
        <source>New channel: %1</source>
        <translation>Neuer Kanal: %1</translation>
    </message>
    <message>
        <source>Changed channel</source>
        <translation>Geänderter Kanal</translation>
    </message>
    <message>
        <source>Joining a channel</source>
        <translation>Beitritt zu einem Kanal</translation>
    </message>
    <message>
        <source>Leaving a channel</source>
        <translation>Austritt aus einem Kanal</translation>
    </message>
    <message>
        <source>Adding somebody to a channel</source>
        <translation>Aufnahme in einen Kanal</translation>
    </message>
    <message>
        <source>Removing somebody from a channel</source>
        <translation>Entfernen aus einem Kanal</translation>
    </message>
    <message>
        <source>New direct message</source>
        <translation>Neue Direktnachricht</translation>
    </message>
    <message>
        <source>Somebody else changed the text first. Both versions are kept; choose which one stays.</source>
        <translation>Jemand anderes hat den Text zuerst geändert. Beide Fassungen sind aufgehoben; wählen Sie, welche bleibt.</translation>
    </message>
    <message>
        <source>It no longer exists, or you cannot see it.</source>
        <translation>Es existiert nicht mehr, oder Sie können es nicht sehen.</translation>
    </message>
    <message>
        <source>You are not allowed to do this.</source>
        <translation>Das dürfen Sie nicht.</translation>
    </message>
    <message>
        <source>You, or somebody named in it, are not in this channel.</source>
        <translation>Sie oder jemand darin Genanntes sind nicht in diesem Kanal.</translation>
    </message>
    <message>
        <source>This channel is archived.</source>
        <translation>Dieser Kanal ist archiviert.</translation>
    </message>
    <message>
        <source>This exists already.</source>
        <translation>Das gibt es schon.</translation>
    </message>
    <message>
        <source>The server did not accept its form or length.</source>
        <translation>Der Server hat Form oder Länge nicht angenommen.</translation>
    </message>
    <message>
        <source>%1, waiting</source>
        <translation>%1, wartet</translation>
    </message>
    <message>
        <source>Privacy choice</source>
        <translation>Entscheidung zum Datenschutz</translation>
    </message>
    <message>
        <source>Request to the organisation</source>
        <translation>Anliegen an die Organisation</translation>
    </message>
    <message>
        <source>Message in a request: %1</source>
        <translation>Nachricht in einem Anliegen: %1</translation>
    </message>
    <message>
        <source>Withdrawn request</source>
        <translation>Zurückgezogenes Anliegen</translation>
    </message>
    <message>
        <source>Answer to a request</source>
        <translation>Antwort auf ein Anliegen</translation>
    </message>
    <message>
        <source>Read notice</source>
        <translation>Gelesene Mitteilung</translation>
    </message>
    <message>
        <source>Changed profile</source>
        <translation>Geändertes Profil</translation>
    </message>
    <message>
        <source>This workspace has no marketing at all.</source>
        <translation>In diesem Arbeitsbereich gibt es keinerlei Werbung.</translation>
    </message>
    <message>
        <source>Your organisation provided this; ask for a correction.</source>
        <translation>Das stammt von Ihrer Organisation; bitten Sie um eine Berichtigung.</translation>
    </message>
    <message>
        <source>This request is closed.</source>
        <translation>Dieses Anliegen ist abgeschlossen.</translation>
    </message>
    <message>
        <source>The first month is over; an extension had to be told within it.</source>
        <translation>Der erste Monat ist vorbei; eine Verlängerung hätte darin mitgeteilt werden müssen.</translation>
    </message>
    <message>
        <source>An objection to marketing cannot be refused.</source>
        <translation>Ein Widerspruch gegen Werbung kann nicht abgelehnt werden.</translation>
    </message>
    <message>
        <source>Changed preference</source>
        <translation>Geänderte Vorliebe</translation>
    </message>
    <message>
        <source>You began this in a conversation you are no longer in. It was not sent. If you come back, it is in the message field again.</source>
        <translation>Das haben Sie in einer Unterhaltung begonnen, in der Sie nicht mehr sind. Es wurde nicht gesendet. Kommen Sie zurück, steht es wieder im Nachrichtenfeld.</translation>
    </message>
    <message>
        <source>Begun: %1</source>
        <translation>Begonnen: %1</translation>
    </message>
</context>
<context>
    <name>ChatOps::ChannelListModel</name>
    <message>
        <source>Notes to yourself</source>
        <translation>Notizen an Sie selbst</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ungelesen</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Direct messages</source>
        <translation>Direktnachrichten</translation>
    </message>
    <message numerus="yes">
        <source>%n unread</source>
        <translation>
            <numerusform>%n ungelesen</numerusform>
            <numerusform>%n ungelesen</numerusform>
        </translation>
    </message>
    <message>
        <source>draft</source>
        <translation>Entwurf</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>noch nicht gesendet</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stummgeschaltet</translation>
    </message>
    <message>
        <source>here now</source>
        <translation>gerade da</translation>
    </message>
    <message>
        <source>direct message</source>
        <translation>Direktnachricht</translation>
    </message>
    <message>
        <source>private channel</source>
        <translation>privater Kanal</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message numerus="yes">
        <source>%n mention you</source>
        <translation>
            <numerusform>%n erwähnt Sie</numerusform>
            <numerusform>%n erwähnen Sie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatOps::ChannelsPane</name>
    <message>
        <source>Channels and direct messages</source>
        <translation>Kanäle und Direktnachrichten</translation>
    </message>
    <message>
        <source>New channel or message</source>
        <translation>Neuer Kanal oder neue Nachricht</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Search in this channel</source>
        <translation>In diesem Kanal suchen</translation>
    </message>
    <message>
        <source>More about this channel</source>
        <translation>Mehr zu diesem Kanal</translation>
    </message>
    <message>
        <source>Close thread</source>
        <translation>Thread schließen</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>Nachricht an %1</translation>
    </message>
    <message>
        <source>Message #%1</source>
        <translation>Nachricht an #%1</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Loading the workspace</source>
        <translation>Der Arbeitsbereich wird geladen</translation>
    </message>
    <message>
        <source>This takes a moment the first time.</source>
        <translation>Beim ersten Mal dauert das einen Moment.</translation>
    </message>
    <message>
        <source>You are in no channel yet</source>
        <translation>Sie sind noch in keinem Kanal</translation>
    </message>
    <message>
        <source>Channels are where people talk about one thing. Join one, or make your own.</source>
        <translation>In Kanälen sprechen Menschen über eine Sache. Treten Sie einem bei oder legen Sie einen eigenen an.</translation>
    </message>
    <message>
        <source>Browse channels</source>
        <translation>Kanäle durchsehen</translation>
    </message>
    <message>
        <source>Choose a channel</source>
        <translation>Wählen Sie einen Kanal</translation>
    </message>
    <message>
        <source>Pick one at the side, or press Ctrl+K and type its name.</source>
        <translation>Wählen Sie einen an der Seite, oder drücken Sie Strg+K und tippen Sie seinen Namen.</translation>
    </message>
    <message>
        <source>Open the first one</source>
        <translation>Den ersten öffnen</translation>
    </message>
    <message>
        <source>Not sent to the server yet</source>
        <translation>Noch nicht an den Server gesendet</translation>
    </message>
    <message numerus="yes">
        <source>%n members</source>
        <translation>
            <numerusform>%n Mitglied</numerusform>
            <numerusform>%n Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete message</source>
        <translation>Nachricht löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>Neuer Kanal</translation>
    </message>
    <message>
        <source>New direct message</source>
        <translation>Neue Direktnachricht</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Leave channel</source>
        <translation>Kanal verlassen</translation>
    </message>
    <message>
        <source>You are no longer in %1.</source>
        <translation>Sie sind nicht mehr in %1.</translation>
    </message>
    <message>
        <source>This channel is archived: it can be read, but not written in.</source>
        <translation>Dieser Kanal ist archiviert: Er kann gelesen, aber nicht beschrieben werden.</translation>
    </message>
    <message>
        <source>Mute: only mentions count</source>
        <translation>Stummschalten: nur Erwähnungen zählen</translation>
    </message>
    <message>
        <source>Follow: every message counts as a mention</source>
        <translation>Folgen: jede Nachricht zählt wie eine Erwähnung</translation>
    </message>
    <message>
        <source>What you had begun to write there is kept.</source>
        <translation>Was Sie dort zu schreiben begonnen hatten, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Nothing has been loaded yet</source>
        <translation>Noch ist nichts geladen</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Delete your message for everybody? It cannot be brought back.</source>
        <translation>Ihre Nachricht für alle löschen? Sie lässt sich nicht zurückholen.</translation>
    </message>
    <message>
        <source>Delete the message of %1 for everybody? It cannot be brought back.</source>
        <translation>Die Nachricht von %1 für alle löschen? Sie lässt sich nicht zurückholen.</translation>
    </message>
</context>
<context>
    <name>ChatOps::ComplaintPage</name>
    <message>
        <source>Complaint and feedback</source>
        <translation>Beschwerde und Rückmeldung</translation>
    </message>
    <message>
        <source>You can write to your organisation first, but you need not: the supervisory authority hears you at any time, free of charge.</source>
        <translation>Sie können sich zuerst an Ihre Organisation wenden, müssen es aber nicht: Die Aufsichtsbehörde hört Sie jederzeit an, kostenlos.</translation>
    </message>
    <message>
        <source>Open the authority&apos;s page</source>
        <translation>Seite der Behörde öffnen</translation>
    </message>
    <message>
        <source>Supervisory authority</source>
        <translation>Aufsichtsbehörde</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Complain to your organisation</source>
        <translation>Beschwerde an Ihre Organisation</translation>
    </message>
    <message>
        <source>What do you think of the policy and this page?</source>
        <translation>Was halten Sie von der Erklärung und dieser Seite?</translation>
    </message>
    <message>
        <source>Your complaint</source>
        <translation>Ihre Beschwerde</translation>
    </message>
    <message>
        <source>Your feedback</source>
        <translation>Ihre Rückmeldung</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Your complaint is among your requests, with the day it has to be answered by.</source>
        <translation>Ihre Beschwerde steht bei Ihren Anliegen, mit dem Tag, bis zu dem sie beantwortet sein muss.</translation>
    </message>
    <message>
        <source>Thank you. It is among your requests.</source>
        <translation>Danke. Sie steht bei Ihren Anliegen.</translation>
    </message>
    <message>
        <source>Somebody here is too young</source>
        <translation>Jemand hier ist zu jung</translation>
    </message>
    <message>
        <source>Short name of the person</source>
        <translation>Kurzname der Person</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Melden</translation>
    </message>
    <message>
        <source>This person seems to be too young: %1</source>
        <translation>Diese Person scheint zu jung zu sein: %1</translation>
    </message>
    <message>
        <source>Your report is among your requests. The privacy contact checks it and deletes the account if it is so.</source>
        <translation>Ihre Meldung steht bei Ihren Anliegen. Die Ansprechperson für Datenschutz prüft sie und löscht das Konto, wenn es so ist.</translation>
    </message>
    <message numerus="yes">
        <source>This workspace is for people from %n year(s) on. The privacy contact checks a report and deletes the account if it is right.</source>
        <translation>
            <numerusform>Dieser Arbeitsbereich ist für Personen ab %n Jahr. Die Ansprechperson für Datenschutz prüft eine Meldung und löscht das Konto, wenn sie stimmt.</numerusform>
            <numerusform>Dieser Arbeitsbereich ist für Personen ab %n Jahren. Die Ansprechperson für Datenschutz prüft eine Meldung und löscht das Konto, wenn sie stimmt.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatOps::Composer</name>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Message text</source>
        <translation>Text der Nachricht</translation>
    </message>
    <message>
        <source>Editing a message. Esc keeps it as it was.</source>
        <translation>Eine Nachricht wird bearbeitet. Esc lässt sie, wie sie war.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>People to mention</source>
        <translation>Personen zum Erwähnen</translation>
    </message>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Datei anhängen</translation>
    </message>
    <message>
        <source>A message has at most %L1 characters; this one has %L2. Nothing was sent.</source>
        <translation>Eine Nachricht hat höchstens %L1 Zeichen; diese hat %L2. Nichts wurde gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>A message carries at most %n files.</source>
        <translation>
            <numerusform>Eine Nachricht trägt höchstens %n Datei.</numerusform>
            <numerusform>Eine Nachricht trägt höchstens %n Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 ist leer.</translation>
    </message>
    <message>
        <source>%1 is larger than %2, the most a message can carry.</source>
        <translation>%1 ist größer als %2, mehr kann eine Nachricht nicht tragen.</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>That text has %L1 characters; a message has at most %L2. Attach it as a file instead.</source>
        <translation>Dieser Text hat %L1 Zeichen; eine Nachricht hat höchstens %L2. Hängen Sie ihn stattdessen als Datei an.</translation>
    </message>
</context>
<context>
    <name>ChatOps::ConfirmDialog</name>
    <message>
        <source>Your password</source>
        <translation>Ihr Passwort</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>The password is not right.</source>
        <translation>Das Passwort stimmt nicht.</translation>
    </message>
</context>
<context>
    <name>ChatOps::ConsentQuestion</name>
    <message>
        <source>Reject all optional</source>
        <translation>Alles Freiwillige ablehnen</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Alles annehmen</translation>
    </message>
    <message>
        <source>Cookies and analytics</source>
        <translation>Cookies und Messungen</translation>
    </message>
    <message>
        <source>Choose one by one</source>
        <translation>Einzeln wählen</translation>
    </message>
    <message>
        <source>Close; this means no</source>
        <translation>Schließen; das heißt nein</translation>
    </message>
    <message>
        <source>May this program store more on this computer than it needs? It is about: %1. It works the same if you say no.</source>
        <translation>Darf dieses Programm auf diesem Computer mehr speichern, als es braucht? Es geht um: %1. Es arbeitet genauso, wenn Sie nein sagen.</translation>
    </message>
</context>
<context>
    <name>ChatOps::Controller</name>
    <message>
        <source>Signing in</source>
        <translation>Anmeldung läuft</translation>
    </message>
    <message>
        <source>Preparing the encrypted store</source>
        <translation>Der verschlüsselte Speicher wird vorbereitet</translation>
    </message>
    <message>
        <source>Checking the passphrase</source>
        <translation>Die Passphrase wird geprüft</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>Konto hinzufügen</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Sign out of %1 on this computer?</source>
        <translation>Von %1 auf diesem Computer abmelden?</translation>
    </message>
    <message>
        <source>The session on the server ends, and the key and everything stored here are destroyed. Nothing on the server is deleted.</source>
        <translation>Die Sitzung auf dem Server endet; der Schlüssel und alles hier Gespeicherte werden vernichtet. Auf dem Server wird nichts gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not reached the server and would be lost.</source>
        <translation>
            <numerusform>%n Änderung hat den Server nicht erreicht und ginge verloren.</numerusform>
            <numerusform>%n Änderungen haben den Server nicht erreicht und gingen verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Everything on this computer was destroyed, but the server could not be told: %1 It ends the session by itself; to end it now, change your password.</source>
        <translation>Alles auf diesem Computer wurde vernichtet, aber dem Server konnte das nicht mitgeteilt werden: %1 Er beendet die Sitzung von selbst; um sie sofort zu beenden, ändern Sie Ihr Passwort.</translation>
    </message>
    <message>
        <source>The workspace removed this account from this computer. What was stored here was destroyed.</source>
        <translation>Der Arbeitsbereich hat dieses Konto von diesem Computer entfernt. Was hier gespeichert war, wurde vernichtet.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be written.</source>
        <translation>In den Ordner %1 kann nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The session&apos;s secret is gone.</source>
        <translation>Das Geheimnis der Sitzung ist nicht mehr da.</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Sperren</translation>
    </message>
    <message>
        <source>Asking the server who is responsible</source>
        <translation>Der Server wird gefragt, wer verantwortlich ist</translation>
    </message>
    <message>
        <source>The key and everything on this computer are destroyed.</source>
        <translation>Der Schlüssel und alles auf diesem Computer sind vernichtet.</translation>
    </message>
    <message>
        <source>What was stored on this computer for this account was found and taken up again.</source>
        <translation>Was auf diesem Computer für dieses Konto gespeichert war, wurde gefunden und wieder aufgenommen.</translation>
    </message>
    <message numerus="yes">
        <source>This computer holds the encrypted data of %n account(s) that are not in the list any more.</source>
        <translation>
            <numerusform>Auf diesem Computer liegen verschlüsselte Daten von %n Konto, das nicht mehr in der Liste steht.</numerusform>
            <numerusform>Auf diesem Computer liegen verschlüsselte Daten von %n Konten, die nicht mehr in der Liste stehen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>ChatOps::CookiesPage</name>
    <message>
        <source>You chose this on %1, for policy version %2.</source>
        <translation>So gewählt am %1, zur Fassung %2 der Erklärung.</translation>
    </message>
    <message>
        <source>You chose this on %1.</source>
        <translation>So gewählt am %1.</translation>
    </message>
    <message>
        <source>Switched off by your organisation</source>
        <translation>Von Ihrer Organisation abgeschaltet</translation>
    </message>
    <message>
        <source>Cookies and analytics</source>
        <translation>Cookies und Messungen</translation>
    </message>
    <message>
        <source>Nothing optional is stored until you switch it on. Switching it off deletes what that category had stored on this device.</source>
        <translation>Nichts Freiwilliges wird gespeichert, bis Sie es einschalten. Ausschalten löscht, was dafür auf diesem Gerät gespeichert war.</translation>
    </message>
    <message>
        <source>Accept all</source>
        <translation>Alles annehmen</translation>
    </message>
    <message>
        <source>Reject all optional</source>
        <translation>Alles Freiwillige ablehnen</translation>
    </message>
    <message>
        <source>Strictly necessary</source>
        <translation>Unbedingt nötig</translation>
    </message>
    <message>
        <source>Always on</source>
        <translation>Immer an</translation>
    </message>
    <message>
        <source>What is stored here</source>
        <translation>Was hier gespeichert ist</translation>
    </message>
    <message>
        <source>Your choices over time</source>
        <translation>Ihre bisherigen Entscheidungen</translation>
    </message>
    <message>
        <source>The next report, exactly as it is sent</source>
        <translation>Der nächste Bericht, genau wie er gesendet wird</translation>
    </message>
    <message>
        <source>Nothing is counted, and nothing will be sent.</source>
        <translation>Nichts wird gezählt, und nichts wird gesendet.</translation>
    </message>
    <message>
        <source>Pages of your server that set cookies:</source>
        <translation>Seiten Ihres Servers, die Cookies setzen:</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>What is new</source>
        <translation>Neuigkeiten</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>necessary</source>
        <translation>notwendig</translation>
    </message>
    <message>
        <source>until you sign out</source>
        <translation>bis Sie sich abmelden</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>Cookies</source>
        <translation>Cookies</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message numerus="yes">
        <source>Keeps you signed in, your copy encrypted and your settings. %n cookie(s), kept until you sign out.</source>
        <translation>
            <numerusform>Hält Sie angemeldet, Ihre Kopie verschlüsselt und Ihre Einstellungen. %n Cookie, bis Sie sich abmelden.</numerusform>
            <numerusform>Hält Sie angemeldet, Ihre Kopie verschlüsselt und Ihre Einstellungen. %n Cookies, bis Sie sich abmelden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored.</source>
        <translation>
            <numerusform>%n gespeichert.</numerusform>
            <numerusform>%n gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your data is restricted since %1: only what you switch on after that counts.</source>
        <translation>Ihre Daten sind seit dem %1 eingeschränkt: Nur was Sie danach einschalten, zählt.</translation>
    </message>
    <message>
        <source>You have chosen nothing on this page yet. Until you do, all of it is off.</source>
        <translation>Sie haben auf dieser Seite noch nichts gewählt. Bis dahin ist alles davon aus.</translation>
    </message>
    <message>
        <source>Nothing was counted since the last report.</source>
        <translation>Seit dem letzten Bericht wurde nichts gezählt.</translation>
    </message>
</context>
<context>
    <name>ChatOps::Countries</name>
    <message>
        <source>Austria</source>
        <translation>Österreich</translation>
    </message>
    <message>
        <source>Belgium</source>
        <translation>Belgien</translation>
    </message>
    <message>
        <source>Bulgaria</source>
        <translation>Bulgarien</translation>
    </message>
    <message>
        <source>Switzerland</source>
        <translation>Schweiz</translation>
    </message>
    <message>
        <source>Cyprus</source>
        <translation>Zypern</translation>
    </message>
    <message>
        <source>Czechia</source>
        <translation>Tschechien</translation>
    </message>
    <message>
        <source>Germany</source>
        <translation>Deutschland</translation>
    </message>
    <message>
        <source>Denmark</source>
        <translation>Dänemark</translation>
    </message>
    <message>
        <source>Estonia</source>
        <translation>Estland</translation>
    </message>
    <message>
        <source>Spain</source>
        <translation>Spanien</translation>
    </message>
    <message>
        <source>Finland</source>
        <translation>Finnland</translation>
    </message>
    <message>
        <source>France</source>
        <translation>Frankreich</translation>
    </message>
    <message>
        <source>United Kingdom</source>
        <translation>Vereinigtes Königreich</translation>
    </message>
    <message>
        <source>Greece</source>
        <translation>Griechenland</translation>
    </message>
    <message>
        <source>Croatia</source>
        <translation>Kroatien</translation>
    </message>
    <message>
        <source>Hungary</source>
        <translation>Ungarn</translation>
    </message>
    <message>
        <source>Ireland</source>
        <translation>Irland</translation>
    </message>
    <message>
        <source>Iceland</source>
        <translation>Island</translation>
    </message>
    <message>
        <source>Italy</source>
        <translation>Italien</translation>
    </message>
    <message>
        <source>Liechtenstein</source>
        <translation>Liechtenstein</translation>
    </message>
    <message>
        <source>Lithuania</source>
        <translation>Litauen</translation>
    </message>
    <message>
        <source>Luxembourg</source>
        <translation>Luxemburg</translation>
    </message>
    <message>
        <source>Latvia</source>
        <translation>Lettland</translation>
    </message>
    <message>
        <source>Malta</source>
        <translation>Malta</translation>
    </message>
    <message>
        <source>Netherlands</source>
        <translation>Niederlande</translation>
    </message>
    <message>
        <source>Norway</source>
        <translation>Norwegen</translation>
    </message>
    <message>
        <source>Poland</source>
        <translation>Polen</translation>
    </message>
    <message>
        <source>Portugal</source>
        <translation>Portugal</translation>
    </message>
    <message>
        <source>Romania</source>
        <translation>Rumänien</translation>
    </message>
    <message>
        <source>Sweden</source>
        <translation>Schweden</translation>
    </message>
    <message>
        <source>Slovenia</source>
        <translation>Slowenien</translation>
    </message>
    <message>
        <source>Slovakia</source>
        <translation>Slowakei</translation>
    </message>
    <message>
        <source>Argentina</source>
        <translation>Argentinien</translation>
    </message>
    <message>
        <source>Australia</source>
        <translation>Australien</translation>
    </message>
    <message>
        <source>Brazil</source>
        <translation>Brasilien</translation>
    </message>
    <message>
        <source>Canada</source>
        <translation>Kanada</translation>
    </message>
    <message>
        <source>China</source>
        <translation>China</translation>
    </message>
    <message>
        <source>India</source>
        <translation>Indien</translation>
    </message>
    <message>
        <source>Israel</source>
        <translation>Israel</translation>
    </message>
    <message>
        <source>Japan</source>
        <translation>Japan</translation>
    </message>
    <message>
        <source>New Zealand</source>
        <translation>Neuseeland</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>Singapur</translation>
    </message>
    <message>
        <source>South Africa</source>
        <translation>Südafrika</translation>
    </message>
    <message>
        <source>South Korea</source>
        <translation>Südkorea</translation>
    </message>
    <message>
        <source>Ukraine</source>
        <translation>Ukraine</translation>
    </message>
    <message>
        <source>United States</source>
        <translation>Vereinigte Staaten</translation>
    </message>
    <message>
        <source>Uruguay</source>
        <translation>Uruguay</translation>
    </message>
</context>
<context>
    <name>ChatOps::CropDialog</name>
    <message>
        <source>Part of the picture; the arrow keys move it</source>
        <translation>Ausschnitt des Bildes; die Pfeiltasten verschieben ihn</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>Ihr Bild</translation>
    </message>
    <message>
        <source>Move the picture until the right part is in the circle.</source>
        <translation>Verschieben Sie das Bild, bis der richtige Teil im Kreis ist.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
</context>
<context>
    <name>ChatOps::DeletePage</name>
    <message>
        <source>A hash of your address, so that nobody writes to it again.</source>
        <translation>Ein Hashwert Ihrer Adresse, damit ihr niemand mehr schreibt.</translation>
    </message>
    <message>
        <source>Part of the organisation&apos;s work: your name goes, the content stays. The workspace decides that.</source>
        <translation>Teil der Arbeit der Organisation: Ihr Name geht, der Inhalt bleibt. Das entscheidet der Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Delete account</source>
        <translation>Konto löschen</translation>
    </message>
    <message>
        <source>Your account, and the key of what is on this computer, are destroyed at once. The server erases the rest within minutes, and every other device at its next contact. A signed receipt tells what was done.</source>
        <translation>Ihr Konto und der Schlüssel dessen, was auf diesem Computer liegt, werden sofort vernichtet. Der Server löscht den Rest innerhalb von Minuten, jedes andere Gerät bei seinem nächsten Kontakt. Ein signierter Beleg sagt, was getan wurde.</translation>
    </message>
    <message>
        <source>Delete account…</source>
        <translation>Konto löschen …</translation>
    </message>
    <message>
        <source>Export first</source>
        <translation>Zuerst exportieren</translation>
    </message>
    <message>
        <source>What would go and what would stay is on the server. %1</source>
        <translation>Was ginge und was bliebe, weiß der Server. %1</translation>
    </message>
    <message>
        <source>Held for legal reasons until %1</source>
        <translation>Aus rechtlichen Gründen gesperrt bis %1</translation>
    </message>
    <message>
        <source>Held for legal reasons, until that is released</source>
        <translation>Aus rechtlichen Gründen gesperrt, bis das aufgehoben wird</translation>
    </message>
    <message>
        <source>The reason may not be told.</source>
        <translation>Der Grund darf nicht genannt werden.</translation>
    </message>
    <message>
        <source>Your wish is kept as a request and carried out when the hold ends. You can complain.</source>
        <translation>Ihr Wunsch bleibt als Anliegen bestehen und wird ausgeführt, wenn die Sperre endet. Sie können sich beschweren.</translation>
    </message>
    <message>
        <source>What goes</source>
        <translation>Was geht</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>What stays, and why</source>
        <translation>Was bleibt, und warum</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message numerus="yes">
        <source>Devices signed in: %1. Backups of the server lose what is erased within %n day(s).</source>
        <translation>
            <numerusform>Angemeldete Geräte: %1. Sicherungen des Servers verlieren das Gelöschte innerhalb von %n Tag.</numerusform>
            <numerusform>Angemeldete Geräte: %1. Sicherungen des Servers verlieren das Gelöschte innerhalb von %n Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>What you have not sent yet is on this computer only, and goes with it.</source>
        <translation>Was Sie noch nicht gesendet haben, liegt nur auf diesem Computer und geht mit verloren.</translation>
    </message>
    <message>
        <source>Delete your account in %1?</source>
        <translation>Ihr Konto in %1 löschen?</translation>
    </message>
    <message>
        <source>This cannot be undone, by nobody: the key of your data is destroyed first.</source>
        <translation>Das kann niemand rückgängig machen: Der Schlüssel Ihrer Daten wird zuerst vernichtet.</translation>
    </message>
    <message>
        <source>Delete for ever</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>Memberships in channels</source>
        <translation>Mitgliedschaften in Kanälen</translation>
    </message>
    <message>
        <source>You are the only owner of this workspace</source>
        <translation>Sie sind der einzige Eigentümer dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Afterwards nobody in it can appoint people or answer requests. Whoever runs the server can make somebody else an owner before: chatops-server user role NAME owner.</source>
        <translation>Danach kann dort niemand mehr Rollen vergeben oder Anliegen beantworten. Wer den Server betreibt, kann vorher jemand anderen zum Eigentümer machen: chatops-server user role NAME owner.</translation>
    </message>
</context>
<context>
    <name>ChatOps::DeskPage</name>
    <message>
        <source>Requests to answer</source>
        <translation>Zu beantwortende Anliegen</translation>
    </message>
    <message>
        <source>You are a privacy contact of this workspace. What people ask comes here, the most urgent first.</source>
        <translation>Sie sind Ansprechperson für Datenschutz in diesem Arbeitsbereich. Was gefragt wird, steht hier, das Dringendste zuerst.</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Nobody has asked for anything.</source>
        <translation>Niemand hat ein Anliegen.</translation>
    </message>
</context>
<context>
    <name>ChatOps::DetailPanel</name>
    <message>
        <source>Unsaved changes</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message>
        <source>What you wrote here is not saved yet.</source>
        <translation>Was Sie hier geschrieben haben, ist noch nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Go on writing</source>
        <translation>Weiterschreiben</translation>
    </message>
</context>
<context>
    <name>ChatOps::EventModel</name>
    <message>
        <source>All day</source>
        <translation>Ganztägig</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>times</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1 to %2, %3</source>
        <comment>time, time, date</comment>
        <translation>%1 bis %2, %3</translation>
    </message>
    <message>
        <source>%1, %2, %3</source>
        <comment>title, date, times</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>noch nicht gesendet</translation>
    </message>
</context>
<context>
    <name>ChatOps::EventPanel</name>
    <message>
        <source>accepted</source>
        <translation>zugesagt</translation>
    </message>
    <message>
        <source>maybe</source>
        <translation>vielleicht</translation>
    </message>
    <message>
        <source>declined</source>
        <translation>abgesagt</translation>
    </message>
    <message>
        <source>no answer yet</source>
        <translation>noch keine Antwort</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>Ganztägig</translation>
    </message>
    <message>
        <source>Attendees</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Delete event</source>
        <translation>Termin löschen</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Close event</source>
        <translation>Termin schließen</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Zusagen</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>What is it about?</source>
        <translation>Worum geht es?</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>Zone</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>This time zone is not known.</source>
        <translation>Diese Zeitzone ist nicht bekannt.</translation>
    </message>
    <message>
        <source>The end must be after the start.</source>
        <translation>Das Ende muss nach dem Beginn liegen.</translation>
    </message>
    <message>
        <source>For you: %1</source>
        <translation>Für Sie: %1</translation>
    </message>
    <message>
        <source>Nobody else: only the attendees</source>
        <translation>Niemand sonst: nur die Teilnehmenden</translation>
    </message>
    <message>
        <source>organizer</source>
        <translation>lädt ein</translation>
    </message>
    <message>
        <source>Create event</source>
        <translation>Termin anlegen</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>Änderungen speichern</translation>
    </message>
    <message>
        <source>Delete this event for everybody?</source>
        <translation>Diesen Termin für alle löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Only %1 or an admin can change this event.</source>
        <translation>Nur %1 oder ein Admin kann diesen Termin ändern.</translation>
    </message>
    <message>
        <source>This event was deleted while you were changing it. What you wrote can be saved as a new one.</source>
        <translation>Dieser Termin wurde gelöscht, während er hier geändert wurde. Was hier steht, kann als neuer Termin gespeichert werden.</translation>
    </message>
    <message>
        <source>The clocks go forward then: it starts at %1.</source>
        <translation>Dann werden die Uhren vorgestellt: Er beginnt um %1.</translation>
    </message>
</context>
<context>
    <name>ChatOps::EventsPane</name>
    <message>
        <source>Events</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>New event</source>
        <translation>Neuer Termin</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Tasks with a due time</source>
        <translation>Aufgaben mit Fälligkeit</translation>
    </message>
    <message>
        <source>Week before</source>
        <translation>Woche davor</translation>
    </message>
    <message>
        <source>Week after</source>
        <translation>Woche danach</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Week</source>
        <translation>Woche</translation>
    </message>
    <message>
        <source>Agenda</source>
        <translation>Agenda</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>d</source>
        <comment>day of a week&apos;s start in the same month</comment>
        <translation>d.</translation>
    </message>
    <message>
        <source>Nothing planned</source>
        <translation>Nichts geplant</translation>
    </message>
    <message>
        <source>Loading events</source>
        <translation>Termine werden geladen</translation>
    </message>
    <message>
        <source>Events of your channels and your invitations appear here.</source>
        <translation>Termine Ihrer Kanäle und Ihre Einladungen erscheinen hier.</translation>
    </message>
    <message>
        <source>Waiting for your reply</source>
        <translation>Wartet auf Ihre Antwort</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date of an invitation, as QLocale writes it</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Zusagen</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>Vielleicht</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Absagen</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date of a week&apos;s end, as QLocale writes it</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date of a week&apos;s start</comment>
        <translation>d. MMM</translation>
    </message>
</context>
<context>
    <name>ChatOps::ExportPage</name>
    <message>
        <source>What you provided</source>
        <translation>Was Sie bereitgestellt haben</translation>
    </message>
    <message>
        <source>Everything held about you</source>
        <translation>Alles, was über Sie gespeichert ist</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n Tag</numerusform>
            <numerusform>%n Tagen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n Stunde</numerusform>
            <numerusform>%n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s)</source>
        <translation>
            <numerusform>%n Minute</numerusform>
            <numerusform>%n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>Export your data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>A copy of what is kept about you, on the server and on this computer, in formats other programs read: JSON for all of it, iCalendar for events and tasks, vCard for your profile, your files as they are, and a page you can open in a browser.</source>
        <translation>Eine Kopie dessen, was auf dem Server und auf diesem Computer über Sie gespeichert ist, in Formaten, die andere Programme lesen: JSON für alles, iCalendar für Termine und Aufgaben, vCard für Ihr Profil, Ihre Dateien, wie sie sind, und eine Seite für den Browser.</translation>
    </message>
    <message>
        <source>Everything held about me</source>
        <translation>Alles, was über mich gespeichert ist</translation>
    </message>
    <message>
        <source>What I provided, to take along to another service</source>
        <translation>Was ich bereitgestellt habe, zum Mitnehmen zu einem anderen Dienst</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Other people appear by their short names only; what is theirs is not in it. The server keeps its part for seven days, sealed, or until you delete it.</source>
        <translation>Andere erscheinen nur mit ihrem Kurznamen; was ihnen gehört, ist nicht darin. Der Server behält seinen Teil sieben Tage lang versiegelt, oder bis Sie ihn löschen.</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Check a pack…</source>
        <translation>Paket prüfen …</translation>
    </message>
    <message>
        <source>Take over a pack from another server…</source>
        <translation>Paket von einem anderen Server übernehmen …</translation>
    </message>
    <message>
        <source>Check a pack</source>
        <translation>Paket prüfen</translation>
    </message>
    <message>
        <source>Data exports (*.zip)</source>
        <translation>Datenexporte (*.zip)</translation>
    </message>
    <message>
        <source>A ticket lets another server hand over a pack that becomes yours here.</source>
        <translation>Mit einem Ticket kann ein anderer Server ein Paket übergeben, das hier Ihres wird.</translation>
    </message>
    <message>
        <source>Make a ticket</source>
        <translation>Ticket erstellen</translation>
    </message>
    <message>
        <source>Ticket, valid for one hour: %1
Give it to the other program under “Send to another server”. Only a workspace without messages takes a pack.</source>
        <translation>Ticket, eine Stunde gültig: %1
Geben Sie es im anderen Programm unter „An einen anderen Server senden“ ein. Nur ein Arbeitsbereich ohne Nachrichten nimmt ein Paket an.</translation>
    </message>
    <message>
        <source>Confirm that it is you</source>
        <translation>Bestätigen Sie, dass Sie es sind</translation>
    </message>
    <message>
        <source>Where to</source>
        <translation>Wohin</translation>
    </message>
    <message>
        <source>The export holds everything you wrote here. The password makes sure that nobody else takes it.</source>
        <translation>Der Export enthält alles, was Sie hier geschrieben haben. Das Passwort stellt sicher, dass ihn niemand sonst nimmt.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Preparing your export</source>
        <translation>Ihr Export wird vorbereitet</translation>
    </message>
    <message>
        <source>The server writes: %1 of about %2.</source>
        <translation>Der Server schreibt: %1 von etwa %2.</translation>
    </message>
    <message>
        <source>The server begins.</source>
        <translation>Der Server beginnt.</translation>
    </message>
    <message>
        <source>Fetching your export</source>
        <translation>Ihr Export wird geholt</translation>
    </message>
    <message>
        <source>%1 of %2.</source>
        <translation>%1 von %2.</translation>
    </message>
    <message>
        <source>Waiting for the connection</source>
        <translation>Wartet auf die Verbindung</translation>
    </message>
    <message>
        <source>It goes on where it was. %1</source>
        <translation>Es geht dort weiter, wo es war. %1</translation>
    </message>
    <message>
        <source>Checking, and adding what this computer holds</source>
        <translation>Prüft und ergänzt, was dieser Computer hat</translation>
    </message>
    <message>
        <source>%1 read.</source>
        <translation>%1 gelesen.</translation>
    </message>
    <message>
        <source>Your export is there, and every byte was checked</source>
        <translation>Ihr Export ist da, jedes Byte wurde geprüft</translation>
    </message>
    <message>
        <source>%1, %2, %3.</source>
        <translation>%1, %2, %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n element(s)</source>
        <translation>
            <numerusform>%n Eintrag</numerusform>
            <numerusform>%n Einträge</numerusform>
        </translation>
    </message>
    <message>
        <source>The export did not work</source>
        <translation>Der Export ist misslungen</translation>
    </message>
    <message>
        <source>Earlier exports, still on the server</source>
        <translation>Frühere Exporte, noch auf dem Server</translation>
    </message>
    <message>
        <source>%1, %2. Deleted there in %3.</source>
        <translation>%1, %2. Dort gelöscht in %3.</translation>
    </message>
    <message>
        <source>Did not work.</source>
        <translation>Ist misslungen.</translation>
    </message>
    <message>
        <source>Is being made.</source>
        <translation>Wird erstellt.</translation>
    </message>
    <message>
        <source>%1: export of %2</source>
        <translation>%1: Export vom %2</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <source>Send to another server</source>
        <translation>An einen anderen Server senden</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>This server sends the pack to the other one; it does not pass through this computer. The ticket is made there, on the page Export your data.</source>
        <translation>Dieser Server sendet das Paket dem anderen; es geht nicht durch diesen Computer. Das Ticket wird dort erstellt, auf der Seite „Daten exportieren“.</translation>
    </message>
    <message>
        <source>Address of the other server</source>
        <translation>Adresse des anderen Servers</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>Ticket</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Sending…</source>
        <translation>Wird gesendet …</translation>
    </message>
    <message>
        <source>Everything in the pack goes to that server.</source>
        <translation>Alles im Paket geht an diesen Server.</translation>
    </message>
    <message numerus="yes">
        <source>It has arrived: %n message(s) are on the other server.</source>
        <translation>
            <numerusform>Es ist angekommen: %n Nachricht ist auf dem anderen Server.</numerusform>
            <numerusform>Es ist angekommen: %n Nachrichten sind auf dem anderen Server.</numerusform>
        </translation>
    </message>
    <message>
        <source>Checking %1…</source>
        <translation>%1 wird geprüft …</translation>
    </message>
    <message numerus="yes">
        <source>Every byte is as it was made, and the signature is this server&apos;s: %n file(s).</source>
        <translation>
            <numerusform>Jedes Byte ist, wie es erstellt wurde, und die Signatur ist die dieses Servers: %n Datei.</numerusform>
            <numerusform>Jedes Byte ist, wie es erstellt wurde, und die Signatur ist die dieses Servers: %n Dateien.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not connected: the server makes the export, so it can begin when there is a connection.</source>
        <translation>Nicht verbunden: Der Export entsteht auf dem Server und kann beginnen, sobald eine Verbindung besteht.</translation>
    </message>
</context>
<context>
    <name>ChatOps::ExportRun</name>
    <message>
        <source>The export cannot be written there.</source>
        <translation>Der Export kann dort nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>The server&apos;s part arrived damaged.</source>
        <translation>Der Teil des Servers kam beschädigt an.</translation>
    </message>
    <message>
        <source>The file %1 arrived damaged.</source>
        <translation>Die Datei %1 kam beschädigt an.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>What this computer holds</source>
        <translation>Was dieser Computer hat</translation>
    </message>
    <message>
        <source>What the server holds</source>
        <translation>Was der Server hat</translation>
    </message>
    <message>
        <source>The server could not make the export. Try again later.</source>
        <translation>Der Server konnte den Export nicht erstellen. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The server sent nothing.</source>
        <translation>Der Server hat nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>ChatOps::ExtrasPage</name>
    <message>
        <source>Extras</source>
        <translation>Zusätze</translation>
    </message>
    <message>
        <source>Features that need more data than the program itself. All are off until you switch them on, and everything else works the same without.</source>
        <translation>Funktionen, die mehr Daten brauchen als das Programm selbst. Alle sind aus, bis Sie sie einschalten; alles andere geht ohne sie genauso.</translation>
    </message>
    <message>
        <source>How often</source>
        <translation>Wie oft</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Weekly</source>
        <translation>Wöchentlich</translation>
    </message>
</context>
<context>
    <name>ChatOps::Farewell</name>
    <message>
        <source>The server has begun to erase it.</source>
        <translation>Der Server hat begonnen, es zu löschen.</translation>
    </message>
    <message>
        <source>Save the receipt…</source>
        <translation>Beleg speichern …</translation>
    </message>
    <message>
        <source>Account deleted</source>
        <translation>Konto gelöscht</translation>
    </message>
    <message>
        <source>Your account in %1 is deleted</source>
        <translation>Ihr Konto in %1 ist gelöscht</translation>
    </message>
    <message>
        <source>Receipt number: %1</source>
        <translation>Nummer des Belegs: %1</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Save the receipt</source>
        <translation>Beleg speichern</translation>
    </message>
    <message>
        <source>Receipts (*.json)</source>
        <translation>Belege (*.json)</translation>
    </message>
    <message numerus="yes">
        <source>The server has erased %n element(s). Its backups lose them by %1.</source>
        <translation>
            <numerusform>Der Server hat %n Eintrag gelöscht. Seine Sicherungen verlieren ihn bis zum %1.</numerusform>
            <numerusform>Der Server hat %n Einträge gelöscht. Seine Sicherungen verlieren sie bis zum %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server is erasing: %n element(s) so far.</source>
        <translation>
            <numerusform>Der Server löscht: bisher %n Eintrag.</numerusform>
            <numerusform>Der Server löscht: bisher %n Einträge.</numerusform>
        </translation>
    </message>
    <message>
        <source>Devices that have confirmed that they hold nothing any more: %1 of %2.</source>
        <translation>Geräte, die bestätigt haben, dass sie nichts mehr enthalten: %1 von %2.</translation>
    </message>
    <message>
        <source>The receipt could not be written: %1</source>
        <translation>Der Beleg konnte nicht geschrieben werden: %1</translation>
    </message>
</context>
<context>
    <name>ChatOps::HubBackend</name>
    <message>
        <source>This is on the server only, and the server cannot be reached now.</source>
        <translation>Das ist nur auf dem Server, und der Server ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>This is no page of the server.</source>
        <translation>Das ist keine Seite des Servers.</translation>
    </message>
</context>
<context>
    <name>ChatOps::KeychainVault</name>
    <message>
        <source>The system&apos;s keychain is not available.</source>
        <translation>Der Schlüsselbund des Systems ist nicht verfügbar.</translation>
    </message>
    <message>
        <source>The system&apos;s keychain is locked. Unlock it, then try again.</source>
        <translation>Der Schlüsselbund des Systems ist gesperrt. Entsperren Sie ihn, dann versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>ChatOps::LedgerPage</name>
    <message>
        <source>Allowed</source>
        <translation>Erlaubt</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>Objected</source>
        <translation>Widersprochen</translation>
    </message>
    <message>
        <source>Your choices over time</source>
        <translation>Ihre bisherigen Entscheidungen</translation>
    </message>
    <message>
        <source>Save receipts…</source>
        <translation>Belege speichern …</translation>
    </message>
    <message>
        <source>No choice has been recorded yet.</source>
        <translation>Noch ist keine Entscheidung verzeichnet.</translation>
    </message>
    <message numerus="yes">
        <source>%n entries, all sound.</source>
        <translation>
            <numerusform>Ein Eintrag, in Ordnung.</numerusform>
            <numerusform>%n Einträge, alle in Ordnung.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Something is wrong with %n entries; they are marked below.</source>
        <translation>
            <numerusform>Mit einem Eintrag stimmt etwas nicht; er ist unten bezeichnet.</numerusform>
            <numerusform>Mit %n Einträgen stimmt etwas nicht; sie sind unten bezeichnet.</numerusform>
        </translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>not sound</source>
        <translation>nicht in Ordnung</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Choice</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Save receipts</source>
        <translation>Belege speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Every choice you made, on any device. Each entry names the one before it and is signed by the server, so that a changed or missing entry shows. Checked on this computer, without asking the server.</source>
        <translation>Jede Ihrer Entscheidungen, auf jedem Gerät. Jeder Eintrag nennt den vorigen und ist vom Server unterschrieben, sodass ein geänderter oder fehlender Eintrag auffällt. Geprüft auf diesem Computer, ohne den Server zu fragen.</translation>
    </message>
    <message>
        <source>Older entries are in the receipts, which hold all of them.</source>
        <translation>Ältere Einträge stehen in den Belegen, die alle enthalten.</translation>
    </message>
    <message>
        <source>I know why; go on from here</source>
        <translation>Ich weiß, warum; von hier an weiter</translation>
    </message>
    <message numerus="yes">
        <source>This computer has seen %n entries, and the last of them is not among those the server gives now. That happens when a server is restored from a backup; it should not happen otherwise. Ask your privacy contact.</source>
        <translation>
            <numerusform>Dieser Computer hat einen Eintrag gesehen, und der ist nicht unter denen, die der Server jetzt gibt. Das kommt vor, wenn ein Server aus einer Sicherung wiederhergestellt wird; sonst sollte es nicht vorkommen. Fragen Sie Ihre Ansprechperson für Datenschutz.</numerusform>
            <numerusform>Dieser Computer hat %n Einträge gesehen, und der letzte davon ist nicht unter denen, die der Server jetzt gibt. Das kommt vor, wenn ein Server aus einer Sicherung wiederhergestellt wird; sonst sollte es nicht vorkommen. Fragen Sie Ihre Ansprechperson für Datenschutz.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server signs with another key than before. That happens when a server is set up anew; it should not happen otherwise. Ask your privacy contact.</source>
        <translation>Der Server unterschreibt mit einem anderen Schlüssel als bisher. Das kommt vor, wenn ein Server neu eingerichtet wird; sonst sollte es nicht vorkommen. Fragen Sie Ihre Ansprechperson für Datenschutz.</translation>
    </message>
</context>
<context>
    <name>ChatOps::LeftoversDialog</name>
    <message>
        <source>Take it up again</source>
        <translation>Wieder aufnehmen</translation>
    </message>
    <message>
        <source>Destroy</source>
        <translation>Vernichten</translation>
    </message>
    <message>
        <source>Left on this computer</source>
        <translation>Auf diesem Computer zurückgeblieben</translation>
    </message>
    <message>
        <source>These encrypted stores belong to accounts that are not in the list any more. Nothing of them is sent anywhere.</source>
        <translation>Diese verschlüsselten Speicher gehören zu Konten, die nicht mehr in der Liste stehen. Nichts davon wird irgendwohin gesendet.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>account, size</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Unknown account</source>
        <translation>Unbekanntes Konto</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) that never reached the server are lost with it.</source>
        <translation>
            <numerusform>%n Änderung, die den Server nie erreicht hat, geht damit verloren.</numerusform>
            <numerusform>%n Änderungen, die den Server nie erreicht haben, gehen damit verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Destroy what was left</source>
        <translation>Zurückgebliebenes vernichten</translation>
    </message>
    <message>
        <source>Destroy the key and the stored data of %1 on this computer?</source>
        <translation>Schlüssel und gespeicherte Daten von %1 auf diesem Computer vernichten?</translation>
    </message>
    <message>
        <source>an unknown account</source>
        <translation>einem unbekannten Konto</translation>
    </message>
    <message>
        <source>The keychain is locked: whether it can be read is not known. Unlock it and open this again.</source>
        <translation>Der Schlüsselbund ist gesperrt: Ob es sich lesen lässt, ist nicht bekannt. Entsperren Sie ihn und öffnen Sie dies noch einmal.</translation>
    </message>
    <message>
        <source>Its key is not in the keychain. Nobody can read it.</source>
        <translation>Der Schlüssel dazu ist nicht im Schlüsselbund. Niemand kann es lesen.</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) in it never reached the server.</source>
        <translation>
            <numerusform>%n Änderung darin hat den Server nie erreicht.</numerusform>
            <numerusform>%n Änderungen darin haben den Server nie erreicht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in to that account, and it is taken up again by itself.</source>
        <translation>Melden Sie sich bei diesem Konto an; dann wird es von selbst wieder aufgenommen.</translation>
    </message>
    <message>
        <source>Everything in it is on the server.</source>
        <translation>Alles darin ist auf dem Server.</translation>
    </message>
</context>
<context>
    <name>ChatOps::MainWindow</name>
    <message>
        <source>%1 – ChatOps Desktop</source>
        <translation>%1 – ChatOps Desktop</translation>
    </message>
    <message>
        <source>Your change could not be kept: %1</source>
        <translation>Ihre Änderung konnte nicht aufgehoben werden: %1</translation>
    </message>
    <message>
        <source>That message is not on this computer.</source>
        <translation>Diese Nachricht ist nicht auf diesem Computer.</translation>
    </message>
    <message>
        <source>You are not in %1 yet. Use Browse channels to join it.</source>
        <translation>Sie sind noch nicht in %1. Treten Sie über „Kanäle durchsehen“ bei.</translation>
    </message>
    <message>
        <source>Open link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save file</source>
        <translation>Datei speichern</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>The file could not be saved: %1</source>
        <translation>Die Datei konnte nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>A change was refused. Its text is kept; the status line below lists it with the reason.</source>
        <translation>Eine Änderung wurde abgelehnt. Ihr Text bleibt erhalten; die Statuszeile unten zeigt sie mit dem Grund.</translation>
    </message>
    <message>
        <source>Your change could not be written to this computer: %1 It stays in the list of changes, which the status line opens, until the program ends.</source>
        <translation>Ihre Änderung konnte auf diesem Computer nicht gespeichert werden: %1 Sie bleibt in der Liste der Änderungen, die sich über die Statuszeile öffnet, bis das Programm endet.</translation>
    </message>
    <message>
        <source>Changes that were not written</source>
        <translation>Nicht gespeicherte Änderungen</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) could not be written to this computer and would be lost.</source>
        <translation>
            <numerusform>%n Änderung konnte auf diesem Computer nicht gespeichert werden und ginge verloren.</numerusform>
            <numerusform>%n Änderungen konnten auf diesem Computer nicht gespeichert werden und gingen verloren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Make room on the disk, then try again from the list of changes.</source>
        <translation>Schaffen Sie Platz auf dem Datenträger und versuchen Sie es dann in der Liste der Änderungen erneut.</translation>
    </message>
    <message>
        <source>Lose them and go on</source>
        <translation>Verwerfen und fortfahren</translation>
    </message>
    <message>
        <source>Show the changes</source>
        <translation>Änderungen zeigen</translation>
    </message>
    <message>
        <source>There is a message about your request “%1”.</source>
        <translation>Zu Ihrem Anliegen „%1“ gibt es eine Nachricht.</translation>
    </message>
    <message>
        <source>This link is not opened: only addresses of web pages and of mail are.</source>
        <translation>Dieser Link wird nicht geöffnet: nur Adressen von Webseiten und von E-Mail werden es.</translation>
    </message>
    <message>
        <source>Write a mail to this address?</source>
        <translation>Eine E-Mail an diese Adresse schreiben?</translation>
    </message>
    <message>
        <source>Open this address of %1 in the browser?</source>
        <translation>Diese Adresse von %1 im Browser öffnen?</translation>
    </message>
</context>
<context>
    <name>ChatOps::MarketingPage</name>
    <message>
        <source>Marketing messages</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>Announcements in this window, each topic by itself, none until you choose it. Notices about security, outages and your own requests are not marketing and come in any case.</source>
        <translation>Ankündigungen in diesem Fenster, jedes Thema für sich, keines, bis Sie es wählen. Mitteilungen über Sicherheit, Ausfälle und Ihre eigenen Anliegen sind keine Werbung und kommen in jedem Fall.</translation>
    </message>
    <message>
        <source>Stop all marketing</source>
        <translation>Jede Werbung beenden</translation>
    </message>
    <message>
        <source>This workspace has no marketing at all.</source>
        <translation>In diesem Arbeitsbereich gibt es keinerlei Werbung.</translation>
    </message>
    <message>
        <source>By e-mail</source>
        <translation>Per E-Mail</translation>
    </message>
    <message>
        <source>Nothing is passed on to anybody for their marketing unless the last switch is on, and this program has no advertising.</source>
        <translation>Nichts wird an andere für deren Werbung weitergegeben, solange der letzte Schalter aus ist, und dieses Programm enthält keine Werbung.</translation>
    </message>
    <message>
        <source>To the address that your organisation put into your profile; without one nothing is sent. Each mail has a link that ends its kind with one click, and the switch here follows.</source>
        <translation>An die Adresse, die Ihre Organisation in Ihr Profil eingetragen hat; ohne eine wird nichts gesendet. Jede Mail hat einen Link, der ihre Art mit einem Klick beendet; der Schalter hier folgt.</translation>
    </message>
</context>
<context>
    <name>ChatOps::MembersDialog</name>
    <message>
        <source>guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Members of %1</source>
        <translation>Mitglieder von %1</translation>
    </message>
    <message>
        <source>Only the people in it see this conversation.</source>
        <translation>Nur die Beteiligten sehen diese Unterhaltung.</translation>
    </message>
    <message>
        <source>Only members see this channel.</source>
        <translation>Nur Mitglieder sehen diesen Kanal.</translation>
    </message>
    <message>
        <source>Everybody in the workspace may join this channel.</source>
        <translation>Alle im Arbeitsbereich dürfen diesem Kanal beitreten.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Jemanden hinzufügen</translation>
    </message>
    <message>
        <source>Add to the channel</source>
        <translation>Zum Kanal hinzufügen</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Message %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Remove from the channel</source>
        <translation>Aus dem Kanal entfernen</translation>
    </message>
    <message>
        <source>Remove %1 from %2?</source>
        <translation>%1 aus %2 entfernen?</translation>
    </message>
    <message>
        <source>The channel leaves their devices at once. They see it again when somebody adds them.</source>
        <translation>Der Kanal verschwindet sofort von den Geräten dieser Person. Sie sieht ihn wieder, wenn jemand sie hinzufügt.</translation>
    </message>
    <message>
        <source>The channel leaves their devices at once. They may join it again.</source>
        <translation>Der Kanal verschwindet sofort von den Geräten dieser Person. Sie kann ihm wieder beitreten.</translation>
    </message>
</context>
<context>
    <name>ChatOps::NewChannelDialog</name>
    <message>
        <source>Private: only its members see it</source>
        <translation>Privat: nur seine Mitglieder sehen ihn</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>New channel</source>
        <translation>Neuer Kanal</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Topic, if any</source>
        <translation>Thema, falls gewünscht</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ChatOps::NoticeBand</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>ChatOps::NoticesPage</name>
    <message>
        <source>Notices</source>
        <translation>Mitteilungen</translation>
    </message>
    <message>
        <source>What your organisation and whoever runs the server have told you, the newest first.</source>
        <translation>Was Ihre Organisation und der Betreiber des Servers Ihnen mitgeteilt haben, das Neueste zuerst.</translation>
    </message>
    <message>
        <source>%1, read on %2</source>
        <translation>%1, gelesen am %2</translation>
    </message>
    <message>
        <source>%1, not read yet</source>
        <translation>%1, noch nicht gelesen</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>Bisher keine.</translation>
    </message>
</context>
<context>
    <name>ChatOps::OverviewPage</name>
    <message>
        <source>data protection: %1</source>
        <translation>Datenschutz: %1</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>What is held about you, what you allowed, and what you can ask for. Each line leads to its page.</source>
        <translation>Was über Sie gespeichert ist, was Sie erlaubt haben und was Sie verlangen können. Jede Zeile führt zu ihrer Seite.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>For what you write: your organisation</source>
        <translation>Für das, was Sie schreiben: Ihre Organisation</translation>
    </message>
    <message>
        <source>For your account: who runs the server</source>
        <translation>Für Ihr Konto: wer den Server betreibt</translation>
    </message>
    <message>
        <source>Who is responsible</source>
        <translation>Wer verantwortlich ist</translation>
    </message>
    <message>
        <source>Your server has not said so. Ask whoever gave you its address.</source>
        <translation>Ihr Server hat es nicht gesagt. Fragen Sie, wer Ihnen die Adresse gegeben hat.</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>The store is NOT encrypted.</source>
        <translation>Der Speicher ist NICHT verschlüsselt.</translation>
    </message>
    <message>
        <source>%1 in %2, encrypted; the key is in %3.</source>
        <translation>%1 auf %2, verschlüsselt; der Schlüssel liegt hier: %3.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>Eine Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing is written to the disk.</source>
        <translation>Nichts wird auf die Platte geschrieben.</translation>
    </message>
    <message>
        <source>What you allowed</source>
        <translation>Was Sie erlaubt haben</translation>
    </message>
    <message>
        <source>Nothing optional.</source>
        <translation>Nichts Freiwilliges.</translation>
    </message>
    <message>
        <source>Your requests</source>
        <translation>Ihre Anliegen</translation>
    </message>
    <message>
        <source>None is open.</source>
        <translation>Keines ist offen.</translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n offen</numerusform>
            <numerusform>%n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>the next answer is due by %1</source>
        <translation>die nächste Antwort ist bis %1 fällig</translation>
    </message>
    <message>
        <source>Privacy policy</source>
        <translation>Datenschutzerklärung</translation>
    </message>
    <message>
        <source>Version %1, in force since %2. %3</source>
        <translation>Fassung %1, gültig seit %2. %3</translation>
    </message>
    <message>
        <source>Being measured…</source>
        <translation>Wird gemessen …</translation>
    </message>
</context>
<context>
    <name>ChatOps::PageDialog</name>
    <message>
        <source>Page of your server</source>
        <translation>Seite Ihres Servers</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
</context>
<context>
    <name>ChatOps::PeopleDirectory</name>
    <message>
        <source>Deleted account</source>
        <translation>Gelöschtes Konto</translation>
    </message>
</context>
<context>
    <name>ChatOps::PeopleField</name>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Add somebody</source>
        <translation>Jemanden hinzufügen</translation>
    </message>
</context>
<context>
    <name>ChatOps::PersonField</name>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Noch niemand</translation>
    </message>
</context>
<context>
    <name>ChatOps::PickPersonDialog</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Gefundene Personen</translation>
    </message>
</context>
<context>
    <name>ChatOps::PolicyPage</name>
    <message>
        <source>Privacy policy</source>
        <translation>Datenschutzerklärung</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Fassung</translation>
    </message>
    <message>
        <source>Version %1 of %2</source>
        <translation>Fassung %1 vom %2</translation>
    </message>
    <message>
        <source>The server has not sent a policy yet.</source>
        <translation>Der Server hat noch keine Erklärung gesendet.</translation>
    </message>
    <message>
        <source>Published on %1, in force from %2. %3</source>
        <translation>Veröffentlicht am %1, gültig ab %2. %3</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>Inhalt</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More on %1</source>
        <translation>Mehr zu %1</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>entfernt</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>neu: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>entfernt: %1</translation>
    </message>
    <message>
        <source>The text is the same.</source>
        <translation>Der Text ist derselbe.</translation>
    </message>
</context>
<context>
    <name>ChatOps::PrivacyPane</name>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Pages of the privacy centre</source>
        <translation>Seiten zum Datenschutz</translation>
    </message>
    <message>
        <source>New request</source>
        <translation>Neues Anliegen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>What you allow</source>
        <translation>Was Sie erlauben</translation>
    </message>
    <message>
        <source>Marketing messages</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>Cookies and analytics</source>
        <translation>Cookies und Messungen</translation>
    </message>
    <message>
        <source>Your choices over time</source>
        <translation>Bisherige Entscheidungen</translation>
    </message>
    <message>
        <source>What is held</source>
        <translation>Was gespeichert ist</translation>
    </message>
    <message>
        <source>Retention and recipients</source>
        <translation>Fristen und Empfänger</translation>
    </message>
    <message>
        <source>Privacy policy</source>
        <translation>Datenschutzerklärung</translation>
    </message>
    <message>
        <source>Requests and rights</source>
        <translation>Anliegen und Rechte</translation>
    </message>
    <message>
        <source>Complaint and feedback</source>
        <translation>Beschwerde und Rückmeldung</translation>
    </message>
    <message>
        <source>Requests to answer</source>
        <translation>Zu beantwortende Anliegen</translation>
    </message>
    <message>
        <source>Extras</source>
        <translation>Zusätze</translation>
    </message>
    <message>
        <source>Access by others</source>
        <translation>Zugriff durch andere</translation>
    </message>
    <message>
        <source>What you did</source>
        <translation>Was Sie getan haben</translation>
    </message>
    <message>
        <source>What you can do</source>
        <translation>Was Sie tun können</translation>
    </message>
    <message>
        <source>Export your data</source>
        <translation>Daten exportieren</translation>
    </message>
    <message>
        <source>Report a problem</source>
        <translation>Ein Problem melden</translation>
    </message>
    <message>
        <source>Delete account</source>
        <translation>Konto löschen</translation>
    </message>
    <message>
        <source>Notices</source>
        <translation>Mitteilungen</translation>
    </message>
</context>
<context>
    <name>ChatOps::ProfilePage</name>
    <message>
        <source>Pronouns</source>
        <translation>Pronomen</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>About you</source>
        <translation>Über Sie</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Your profile</source>
        <translation>Ihr Profil</translation>
    </message>
    <message>
        <source>Your name and short name are needed, so that others know who writes. Everything below may stay empty; the program works the same.</source>
        <translation>Name und Kurzname werden gebraucht, damit andere wissen, wer schreibt. Alles darunter darf leer bleiben; das Programm arbeitet genauso.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kurzname</translation>
    </message>
    <message>
        <source>Ask for a correction</source>
        <translation>Um Berichtigung bitten</translation>
    </message>
    <message>
        <source>Provided by your organisation</source>
        <translation>Von Ihrer Organisation angegeben</translation>
    </message>
    <message>
        <source>Provided by you; seen by everybody in the workspace</source>
        <translation>Von Ihnen angegeben; für alle im Arbeitsbereich sichtbar</translation>
    </message>
    <message>
        <source>%1 (needed)</source>
        <translation>%1 (nötig)</translation>
    </message>
    <message>
        <source>@%1 (needed)</source>
        <translation>@%1 (nötig)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>It is still right</source>
        <translation>Es stimmt noch</translation>
    </message>
    <message>
        <source>Your picture</source>
        <translation>Ihr Bild</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Seen by everybody in the workspace. Without one your initials are shown.</source>
        <translation>Für alle im Arbeitsbereich sichtbar. Ohne Bild werden Ihre Initialen gezeigt.</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Auswählen…</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>Ein Bild auswählen</translation>
    </message>
    <message>
        <source>Remove the picture</source>
        <translation>Das Bild entfernen</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.bmp *.gif *.webp)</source>
        <translation>Bilder (*.png *.jpg *.jpeg *.bmp *.gif *.webp)</translation>
    </message>
    <message>
        <source>This file is no picture that can be read, or it is too small.</source>
        <translation>Diese Datei ist kein lesbares Bild, oder es ist zu klein.</translation>
    </message>
    <message>
        <source>This picture cannot be made small enough.</source>
        <translation>Dieses Bild lässt sich nicht klein genug machen.</translation>
    </message>
    <message>
        <source>The time zone %1 is not known. Write one such as Europe/Helsinki, or leave it empty.</source>
        <translation>Die Zeitzone %1 ist nicht bekannt. Schreiben Sie eine wie Europe/Berlin, oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>You last looked at this on %1.</source>
        <translation>Sie haben das zuletzt am %1 angesehen.</translation>
    </message>
    <message>
        <source>Correction asked for on %1; waiting to be checked</source>
        <translation>Berichtigung am %1 verlangt; wird geprüft</translation>
    </message>
    <message>
        <source>“%1” is not an e-mail address. Write one such as name@example.org, or leave it empty.</source>
        <translation>„%1“ ist keine E-Mail-Adresse. Schreiben Sie eine wie name@example.org oder lassen Sie das Feld leer.</translation>
    </message>
    <message>
        <source>“%1” is not a telephone number. Write one such as +358 9 1234567, or leave it empty.</source>
        <translation>„%1“ ist keine Telefonnummer. Schreiben Sie eine wie +358 9 1234567 oder lassen Sie das Feld leer.</translation>
    </message>
</context>
<context>
    <name>ChatOps::Purposes</name>
    <message>
        <source>Product analytics</source>
        <translation>Messung der Nutzung</translation>
    </message>
    <message>
        <source>Marketing</source>
        <translation>Werbung</translation>
    </message>
    <message>
        <source>Product news</source>
        <translation>Neues vom Produkt</translation>
    </message>
    <message>
        <source>Tips</source>
        <translation>Tipps</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Veranstaltungen</translation>
    </message>
    <message>
        <source>Surveys</source>
        <translation>Umfragen</translation>
    </message>
    <message>
        <source>What is new in the product.</source>
        <translation>Was im Produkt neu ist.</translation>
    </message>
    <message>
        <source>How to get more out of it.</source>
        <translation>Wie man mehr daraus macht.</translation>
    </message>
    <message>
        <source>Meetings and courses about it.</source>
        <translation>Treffen und Kurse dazu.</translation>
    </message>
    <message>
        <source>Questions about how you like it. They count as marketing.</source>
        <translation>Fragen, wie es Ihnen gefällt. Sie zählen als Werbung.</translation>
    </message>
    <message>
        <source>Measures whether announcements are opened. Shared with nobody. Switching it off forgets what has not been sent; the announcements you chose still come.</source>
        <translation>Misst, ob Ankündigungen geöffnet werden. Mit niemandem geteilt. Ausschalten vergisst, was nicht gesendet ist; gewählte Ankündigungen kommen weiter.</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Previews of links</source>
        <translation>Vorschau von Links</translation>
    </message>
    <message>
        <source>Suggested channels</source>
        <translation>Vorgeschlagene Kanäle</translation>
    </message>
    <message>
        <source>Show when you are here</source>
        <translation>Zeigen, wann Sie da sind</translation>
    </message>
    <message>
        <source>Summary by e-mail</source>
        <translation>Zusammenfassung per E-Mail</translation>
    </message>
    <message>
        <source>Passing on for marketing of others</source>
        <translation>Weitergabe für Werbung anderer</translation>
    </message>
    <message>
        <source>Product news by e-mail</source>
        <translation>Neues vom Produkt per E-Mail</translation>
    </message>
    <message>
        <source>Tips by e-mail</source>
        <translation>Tipps per E-Mail</translation>
    </message>
    <message>
        <source>Events by e-mail</source>
        <translation>Veranstaltungen per E-Mail</translation>
    </message>
    <message>
        <source>Surveys by e-mail</source>
        <translation>Umfragen per E-Mail</translation>
    </message>
    <message>
        <source>Counts which features are used, without content. Sent as totals, kept as long as the page on retention says, and shown to your organisation only when enough people are in them. Switching it off forgets what has not been sent; totals sent before name nobody and stay.</source>
        <translation>Zählt, welche Funktionen benutzt werden, ohne Inhalte. Gesendet als Summen, aufbewahrt, solange die Seite über Aufbewahrung sagt, und Ihrer Organisation nur gezeigt, wenn genügend Personen darin sind. Ausschalten vergisst, was noch nicht gesendet ist; früher gesendete Summen nennen niemanden und bleiben.</translation>
    </message>
    <message>
        <source>Remembers choices on pages the program opens for you, such as the size of the text.</source>
        <translation>Merkt sich Ihre Wahl auf Seiten, die das Programm für Sie öffnet, etwa die Größe der Schrift.</translation>
    </message>
    <message>
        <source>Shows title and description of the page behind a link in a message. Your server fetches the page and learns which link it was; the other site learns nothing of you or this computer. Nothing is stored.</source>
        <translation>Zeigt Titel und Beschreibung der Seite hinter einem Link in einer Nachricht. Ihr Server holt die Seite und erfährt, welcher Link es war; die andere Seite erfährt nichts von Ihnen oder diesem Computer. Nichts wird gespeichert.</translation>
    </message>
    <message>
        <source>Puts channels first where people are with whom you share others. Your server computes it when you look for channels, and stores nothing. You can object at any time.</source>
        <translation>Stellt Kanäle voran, in denen Personen sind, mit denen Sie andere teilen. Ihr Server berechnet das, wenn Sie Kanäle suchen, und speichert nichts. Sie können jederzeit widersprechen.</translation>
    </message>
    <message>
        <source>Others in your workspace see whether this program is open. Known only while you are connected, and stored nowhere.</source>
        <translation>Andere im Arbeitsbereich sehen, ob dieses Programm offen ist. Bekannt nur, solange Sie verbunden sind, und nirgends gespeichert.</translation>
    </message>
    <message>
        <source>A mail that says how many messages you have not read, by channel, without content. Nothing is sent when you have read everything. It is no marketing.</source>
        <translation>Eine Mail, die sagt, wie viele Nachrichten Sie nicht gelesen haben, nach Kanälen, ohne Inhalte. Wenn Sie alles gelesen haben, kommt nichts. Es ist keine Werbung.</translation>
    </message>
    <message>
        <source>Your organisation may give your name and e-mail address to others for their own marketing. Each time is written down under Access by others and in the register. What was passed on cannot be called back by this switch.</source>
        <translation>Ihre Organisation darf Ihren Namen und Ihre E-Mail-Adresse an andere für deren eigene Werbung geben. Jedes Mal wird unter „Zugriffe anderer“ und im Verzeichnis vermerkt. Was weitergegeben ist, kann dieser Schalter nicht zurückholen.</translation>
    </message>
</context>
<context>
    <name>ChatOps::Rail</name>
    <message>
        <source>Panes</source>
        <translation>Bereiche</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Account of %1</source>
        <translation>Konto von %1</translation>
    </message>
    <message>
        <source>Workspace %1, switch account</source>
        <translation>Arbeitsbereich %1, Konto wechseln</translation>
    </message>
</context>
<context>
    <name>ChatOps::RailButton</name>
    <message numerus="yes">
        <source>%n new</source>
        <translation>
            <numerusform>%n neu</numerusform>
            <numerusform>%n neu</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatOps::RequestsPage</name>
    <message>
        <source>The data is not right, and it takes time to check</source>
        <translation>Die Daten stimmen nicht, und die Prüfung dauert</translation>
    </message>
    <message>
        <source>The use is not lawful, but I do not want the data deleted</source>
        <translation>Die Verwendung ist nicht rechtmäßig, aber ich will keine Löschung</translation>
    </message>
    <message>
        <source>I need the data for a legal claim</source>
        <translation>Ich brauche die Daten für einen Rechtsanspruch</translation>
    </message>
    <message>
        <source>I have objected, and it is not decided yet</source>
        <translation>Ich habe widersprochen, und es ist noch nicht entschieden</translation>
    </message>
    <message>
        <source>Everything that is held about you, and why. Much of it you can see in this window at once.</source>
        <translation>Alles, was über Sie gespeichert ist, und warum. Vieles davon sehen Sie gleich in diesem Fenster.</translation>
    </message>
    <message>
        <source>Say what is wrong and what is right. What you provided yourself you can change under Profile.</source>
        <translation>Sagen Sie, was falsch ist und was richtig. Was Sie selbst angegeben haben, können Sie unter Profil ändern.</translation>
    </message>
    <message>
        <source>Say what should be deleted. What the law or a retention rule keeps is named in the answer, with the end of that time.</source>
        <translation>Sagen Sie, was gelöscht werden soll. Was ein Gesetz oder eine Frist zu behalten verlangt, nennt die Antwort, mit dem Ende dieser Zeit.</translation>
    </message>
    <message>
        <source>Your data stays stored, but is not used otherwise, on one of four grounds.</source>
        <translation>Ihre Daten bleiben gespeichert, werden aber nicht anders verwendet, aus einem von vier Gründen.</translation>
    </message>
    <message>
        <source>Against a use that rests on a legitimate interest. Marketing you can stop by yourself, at once.</source>
        <translation>Gegen eine Verwendung aus berechtigtem Interesse. Werbung können Sie selbst beenden, sofort.</translation>
    </message>
    <message>
        <source>What you provided, in a form that other programs read, for you or another server.</source>
        <translation>Was Sie angegeben haben, in einer Form, die andere Programme lesen, für Sie oder einen anderen Server.</translation>
    </message>
    <message>
        <source>Takes back a consent. The switches do the same at once.</source>
        <translation>Nimmt eine Einwilligung zurück. Die Schalter tun dasselbe sofort.</translation>
    </message>
    <message>
        <source>Tell your organisation what went wrong. You can also go to the authority, before or after.</source>
        <translation>Sagen Sie Ihrer Organisation, was schiefging. Sie können auch zur Behörde gehen, vorher oder nachher.</translation>
    </message>
    <message>
        <source>See what is held about me</source>
        <translation>Sehen, was über mich gespeichert ist</translation>
    </message>
    <message>
        <source>Correct something</source>
        <translation>Etwas berichtigen</translation>
    </message>
    <message>
        <source>Delete something</source>
        <translation>Etwas löschen</translation>
    </message>
    <message>
        <source>Restrict the use</source>
        <translation>Die Verwendung einschränken</translation>
    </message>
    <message>
        <source>Object to a use</source>
        <translation>Einer Verwendung widersprechen</translation>
    </message>
    <message>
        <source>Take my data along</source>
        <translation>Meine Daten mitnehmen</translation>
    </message>
    <message>
        <source>Withdraw a consent</source>
        <translation>Eine Einwilligung zurücknehmen</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Beschwerde</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>Written here; it is sent when there is a connection. The month begins when it arrives.</source>
        <translation>Hier geschrieben; es wird gesendet, sobald eine Verbindung besteht. Der Monat beginnt, wenn es ankommt.</translation>
    </message>
    <message>
        <source>Received on %1.</source>
        <translation>Eingegangen am %1.</translation>
    </message>
    <message>
        <source>Overdue since %1. You can complain to the authority.</source>
        <translation>Überfällig seit %1. Sie können sich bei der Behörde beschweren.</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>noch ein Tag</numerusform>
            <numerusform>noch %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Extended until %1: %2 (%3)</source>
        <translation>Verlängert bis %1: %2 (%3)</translation>
    </message>
    <message>
        <source>To be answered by %1 (%2).</source>
        <translation>Zu beantworten bis %1 (%2).</translation>
    </message>
    <message>
        <source>Answered on %1: %2</source>
        <translation>Beantwortet am %1: %2</translation>
    </message>
    <message>
        <source>Refused on %1: %2 You can complain to the authority.</source>
        <translation>Abgelehnt am %1: %2 Sie können sich bei der Behörde beschweren.</translation>
    </message>
    <message>
        <source>About: %1</source>
        <translation>Es geht um: %1</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Privacy contact</source>
        <translation>Ansprechperson</translation>
    </message>
    <message>
        <source>Who asked</source>
        <translation>Fragende Person</translation>
    </message>
    <message>
        <source>Write…</source>
        <translation>Schreiben …</translation>
    </message>
    <message>
        <source>Your message</source>
        <translation>Ihre Nachricht</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>Beantworten …</translation>
    </message>
    <message>
        <source>What was done</source>
        <translation>Was getan wurde</translation>
    </message>
    <message>
        <source>Extend…</source>
        <translation>Verlängern …</translation>
    </message>
    <message>
        <source>Why it takes up to two months longer</source>
        <translation>Warum es bis zu zwei Monate länger dauert</translation>
    </message>
    <message>
        <source>Refuse…</source>
        <translation>Ablehnen …</translation>
    </message>
    <message>
        <source>Why; the way to complain is added</source>
        <translation>Warum; der Beschwerdeweg wird ergänzt</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Zurückziehen</translation>
    </message>
    <message>
        <source>Requests and rights</source>
        <translation>Anliegen und Rechte</translation>
    </message>
    <message>
        <source>I want to</source>
        <translation>Ich möchte</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>Denn</translation>
    </message>
    <message>
        <source>It is about</source>
        <translation>Es geht um</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>In Ihren Worten</translation>
    </message>
    <message>
        <source>Send request</source>
        <translation>Anliegen senden</translation>
    </message>
    <message>
        <source>Say what is wrong and what is right.</source>
        <translation>Sagen Sie, was falsch ist und was richtig.</translation>
    </message>
    <message>
        <source>This is too long; %1 characters fit.</source>
        <translation>Das ist zu lang; %1 Zeichen passen.</translation>
    </message>
    <message>
        <source>None so far.</source>
        <translation>Bisher keine.</translation>
    </message>
    <message>
        <source>Withdrawn by the person who asked.</source>
        <translation>Von der fragenden Person zurückgezogen.</translation>
    </message>
    <message>
        <source>Ask your organisation about your data. It answers within one month, free of charge; no document is asked for. What you write here offline is sent later.</source>
        <translation>Fragen Sie Ihre Organisation nach Ihren Daten. Sie antwortet binnen eines Monats, kostenlos; ein Dokument wird nicht verlangt. Was Sie hier ohne Verbindung schreiben, wird später gesendet.</translation>
    </message>
    <message>
        <source>something else; I describe it below</source>
        <translation>etwas anderes; ich beschreibe es unten</translation>
    </message>
    <message>
        <source>Say what it is about.</source>
        <translation>Sagen Sie, worum es geht.</translation>
    </message>
    <message>
        <source>Anything about your data that fits nothing else.</source>
        <translation>Alles zu Ihren Daten, was sonst nirgends passt.</translation>
    </message>
    <message>
        <source>Something else</source>
        <translation>Etwas anderes</translation>
    </message>
    <message>
        <source>Restricted from %1 to %2.</source>
        <translation>Eingeschränkt vom %1 bis zum %2.</translation>
    </message>
    <message>
        <source>Objection not followed, %1. The grounds your organisation names: %2 You can complain to the authority.</source>
        <translation>Dem Widerspruch wurde nicht gefolgt, %1. Die Gründe, die Ihre Organisation nennt: %2 Sie können sich bei der Behörde beschweren.</translation>
    </message>
    <message>
        <source>somebody who is too young</source>
        <translation>jemanden, der zu jung ist</translation>
    </message>
    <message>
        <source>the whole account</source>
        <translation>das ganze Konto</translation>
    </message>
    <message>
        <source>a problem with the program</source>
        <translation>ein Problem mit dem Programm</translation>
    </message>
    <message>
        <source>by mail, from the address in your profile; withdraw it if it is not yours</source>
        <translation>per Mail, von der Adresse in Ihrem Profil; ziehen Sie sie zurück, wenn sie nicht von Ihnen ist</translation>
    </message>
    <message>
        <source>from the form of the server</source>
        <translation>über das Formular des Servers</translation>
    </message>
    <message>
        <source>%1: received</source>
        <translation>%1: eingegangen</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>End the restriction…</source>
        <translation>Einschränkung beenden…</translation>
    </message>
    <message>
        <source>Why it ends; the person is told first</source>
        <translation>Warum sie endet; die Person erfährt es zuerst</translation>
    </message>
    <message>
        <source>Also by mail: %1.</source>
        <translation>Auch per Mail: %1.</translation>
    </message>
    <message>
        <source>In any browser, without this program: the page /privacy of your server.</source>
        <translation>In jedem Browser, ohne dieses Programm: die Seite /privacy Ihres Servers.</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Nobody will answer this request then.</source>
        <translation>Dieses Anliegen beantwortet dann niemand.</translation>
    </message>
    <message>
        <source>Your requests</source>
        <translation>Ihre Anliegen</translation>
    </message>
</context>
<context>
    <name>ChatOps::RetentionPage</name>
    <message>
        <source>Retention and recipients</source>
        <translation>Aufbewahrung und Empfänger</translation>
    </message>
    <message>
        <source>The server has not sent its rules yet.</source>
        <translation>Der Server hat seine Regeln noch nicht gesendet.</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>ein Tag</numerusform>
            <numerusform>%n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>as long as your account</source>
        <translation>so lange wie Ihr Konto</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message numerus="yes">
        <source>Backups lose what was deleted after %n day(s).</source>
        <translation>
            <numerusform>Sicherungen verlieren Gelöschtes nach einem Tag.</numerusform>
            <numerusform>Sicherungen verlieren Gelöschtes nach %n Tagen.</numerusform>
        </translation>
    </message>
    <message>
        <source>standard contractual clauses</source>
        <translation>Standardvertragsklauseln</translation>
    </message>
    <message>
        <source>adequacy decision</source>
        <translation>Angemessenheitsbeschluss</translation>
    </message>
    <message>
        <source>international data transfer agreement</source>
        <translation>Abkommen über internationale Datenübermittlung</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>Who works for your organisation</source>
        <translation>Wer für Ihre Organisation arbeitet</translation>
    </message>
    <message>
        <source>where the server is</source>
        <translation>wo der Server steht</translation>
    </message>
    <message>
        <source>Disclosed, by law or because people allowed it</source>
        <translation>Offengelegt, nach dem Gesetz oder weil Personen es erlaubt haben</translation>
    </message>
    <message>
        <source>Your organisation lists nobody.</source>
        <translation>Ihre Organisation nennt niemanden.</translation>
    </message>
    <message>
        <source>Do not sell</source>
        <translation>Kein Verkauf von Daten</translation>
    </message>
    <message>
        <source>Your organisation lists nothing.</source>
        <translation>Ihre Organisation nennt nichts.</translation>
    </message>
    <message>
        <source>This program sells no data and has no function for it. Each request to the server carries the signal of Global Privacy Control (Sec-GPC: 1), which says that data of yours must be neither sold nor passed on. Passing on for marketing of others is off until you allow it, and then listed here.</source>
        <translation>Dieses Programm verkauft keine Daten und hat keine Funktion dafür. Jede Anfrage an den Server trägt das Signal von Global Privacy Control (Sec-GPC: 1); es besagt, dass Daten von Ihnen weder verkauft noch weitergegeben werden dürfen. Die Weitergabe für Werbung anderer ist aus, bis Sie sie erlauben, und steht dann hier.</translation>
    </message>
    <message>
        <source>How long your workspace keeps each kind of data, and who gets any of it.</source>
        <translation>Wie lange Ihr Arbeitsbereich jede Art von Daten behält und wer davon etwas bekommt.</translation>
    </message>
    <message>
        <source>Part of the organisation&apos;s work; kept until deleted or the account is erased.</source>
        <translation>Teil der Arbeit der Organisation; behalten, bis sie oder das Konto gelöscht werden.</translation>
    </message>
    <message>
        <source>Part of the organisation&apos;s work.</source>
        <translation>Teil der Arbeit der Organisation.</translation>
    </message>
    <message>
        <source>Kept with the message it belongs to.</source>
        <translation>So lange wie die Nachricht, zu der sie gehören.</translation>
    </message>
    <message>
        <source>To show where you were signed in; from the last time it was used.</source>
        <translation>Um zu zeigen, wo Sie angemeldet waren; ab der letzten Benutzung.</translation>
    </message>
    <message>
        <source>To show you what administrators did with your data.</source>
        <translation>Um Ihnen zu zeigen, was die Verwaltung mit Ihren Daten getan hat.</translation>
    </message>
    <message>
        <source>Totals of feature use, if you chose to send them.</source>
        <translation>Summen der Nutzung von Funktionen, wenn Sie ihr Senden erlaubt haben.</translation>
    </message>
    <message>
        <source>To prove what you chose; kept as long as the account.</source>
        <translation>Um zu belegen, wie Sie sich entschieden haben; so lange wie das Konto.</translation>
    </message>
    <message>
        <source>To prove that requests were answered, for the time claims can be made; from the day they were closed.</source>
        <translation>Um zu belegen, dass Anliegen beantwortet wurden, solange Ansprüche möglich sind; ab dem Tag des Abschlusses.</translation>
    </message>
</context>
<context>
    <name>ChatOps::SearchModel</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>Termin</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>in %1</translation>
    </message>
</context>
<context>
    <name>ChatOps::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Reading size</source>
        <translation>Lesegröße</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Kept on this computer. A change of language takes effect at the next start.</source>
        <translation>Wird auf diesem Computer aufgehoben. Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>ChatOps::ShortcutsDialog</name>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Search here</source>
        <translation>Hier suchen</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>Channels, tasks, events, privacy</source>
        <translation>Kanäle, Aufgaben, Termine, Datenschutz</translation>
    </message>
    <message>
        <source>New thing of the pane</source>
        <translation>Neues im Bereich</translation>
    </message>
    <message>
        <source>Previous or next</source>
        <translation>Voriges oder nächstes</translation>
    </message>
    <message>
        <source>Previous or next unread</source>
        <translation>Voriges oder nächstes Ungelesenes</translation>
    </message>
    <message>
        <source>Back and forward</source>
        <translation>Zurück und vor</translation>
    </message>
    <message>
        <source>Next part of the window</source>
        <translation>Nächster Teil des Fensters</translation>
    </message>
    <message>
        <source>Edit your last message</source>
        <translation>Letzte eigene Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Close the panel, mark as read</source>
        <translation>Seitenbereich schließen, als gelesen markieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>These keys</source>
        <translation>Diese Tasten</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Mark everything as read</source>
        <translation>Alles als gelesen markieren</translation>
    </message>
</context>
<context>
    <name>ChatOps::Sidebar</name>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
</context>
<context>
    <name>ChatOps::SignInWindow</name>
    <message>
        <source>ChatOps Desktop</source>
        <translation>ChatOps Desktop</translation>
    </message>
    <message>
        <source>Work talk that stays yours</source>
        <translation>Arbeitsgespräche, die Ihre bleiben</translation>
    </message>
    <message>
        <source>Channels, tasks and events side by side, with or without a network.</source>
        <translation>Kanäle, Aufgaben und Termine nebeneinander, mit und ohne Netz.</translation>
    </message>
    <message>
        <source>Nothing is contacted but the server you enter. No tracking, no advertising.</source>
        <translation>Angesprochen wird nur der Server, den Sie eingeben. Keine Verfolgung, keine Werbung.</translation>
    </message>
    <message>
        <source>Server address</source>
        <translation>Adresse des Servers</translation>
    </message>
    <message>
        <source>chat.example.org</source>
        <comment>an example of a server address</comment>
        <translation>chat.example.org</translation>
    </message>
    <message>
        <source>Invitation code</source>
        <translation>Einladungscode</translation>
    </message>
    <message>
        <source>Your name, as others see it</source>
        <translation>Ihr Name, wie andere ihn sehen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Short name for signing in</source>
        <translation>Kurzname zum Anmelden</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>No account yet? Your organisation gives you a server address and an invitation. To try it alone, start chatops-server on this computer.</source>
        <translation>Noch kein Konto? Ihre Organisation gibt Ihnen eine Serveradresse und eine Einladung. Um es allein auszuprobieren, starten Sie chatops-server auf diesem Computer.</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Passphrase, at least ten characters</source>
        <translation>Passphrase, mindestens zehn Zeichen</translation>
    </message>
    <message>
        <source>Passphrase again</source>
        <translation>Passphrase wiederholen</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Noch einmal dieselbe</translation>
    </message>
    <message>
        <source>Protect with this passphrase</source>
        <translation>Mit dieser Passphrase schützen</translation>
    </message>
    <message>
        <source>Store nothing on this computer</source>
        <translation>Nichts auf diesem Computer speichern</translation>
    </message>
    <message>
        <source>The two passphrases differ.</source>
        <translation>Die beiden Passphrasen unterscheiden sich.</translation>
    </message>
    <message>
        <source>Use at least ten characters for the passphrase.</source>
        <translation>Verwenden Sie mindestens zehn Zeichen für die Passphrase.</translation>
    </message>
    <message>
        <source>Join with an invitation</source>
        <translation>Mit einer Einladung beitreten</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>I have an account</source>
        <translation>Ich habe ein Konto</translation>
    </message>
    <message>
        <source>I have an invitation</source>
        <translation>Ich habe eine Einladung</translation>
    </message>
    <message>
        <source>Where shall the key be kept?</source>
        <translation>Wo soll der Schlüssel liegen?</translation>
    </message>
    <message>
        <source>%1 So there is no safe place for the key that protects what is stored here. Choose a passphrase, which you enter at every start, or store nothing: then everything is loaded anew each time, and what you write offline is lost when the program ends.</source>
        <translation>%1 Darum gibt es keinen sicheren Ort für den Schlüssel, der das hier Gespeicherte schützt. Wählen Sie eine Passphrase, die Sie bei jedem Start eingeben, oder speichern Sie nichts: Dann wird jedes Mal alles neu geladen, und was Sie ohne Netz schreiben, ist beim Beenden verloren.</translation>
    </message>
    <message>
        <source>Unlock %1</source>
        <translation>%1 entsperren</translation>
    </message>
    <message>
        <source>What is stored on this computer is protected with your passphrase.</source>
        <translation>Was auf diesem Computer gespeichert ist, schützt Ihre Passphrase.</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Entsperren</translation>
    </message>
    <message>
        <source>Use another account</source>
        <translation>Ein anderes Konto verwenden</translation>
    </message>
    <message>
        <source>Please fill in: %1</source>
        <translation>Bitte ausfüllen: %1</translation>
    </message>
    <message>
        <source>Nothing about you has been sent yet. Read this first; you can go back, and then nothing will be.</source>
        <translation>Noch wurde nichts über Sie gesendet. Lesen Sie zuerst dies; Sie können zurückgehen, dann bleibt es dabei.</translation>
    </message>
    <message>
        <source>What this workspace says about your data</source>
        <translation>Was dieser Arbeitsbereich über Ihre Daten sagt</translation>
    </message>
    <message>
        <source>Before you join %1</source>
        <translation>Bevor Sie %1 beitreten</translation>
    </message>
    <message>
        <source>Responsible for what you write</source>
        <translation>Verantwortlich für das, was Sie schreiben</translation>
    </message>
    <message>
        <source>Responsible for your account</source>
        <translation>Verantwortlich für Ihr Konto</translation>
    </message>
    <message numerus="yes">
        <source>I am %n years old or older</source>
        <translation>
            <numerusform>Ich bin mindestens ein Jahr alt</numerusform>
            <numerusform>Ich bin mindestens %n Jahre alt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This workspace is for people of %n years and older.</source>
        <translation>
            <numerusform>Dieser Arbeitsbereich ist für Personen ab einem Jahr.</numerusform>
            <numerusform>Dieser Arbeitsbereich ist für Personen ab %n Jahren.</numerusform>
        </translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>What is stored on this computer is encrypted; only you have the key.</source>
        <translation>Was auf diesem Computer gespeichert ist, ist verschlüsselt; nur Sie haben den Schlüssel.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>%1 cannot be opened yet</source>
        <translation>%1 lässt sich noch nicht öffnen</translation>
    </message>
    <message>
        <source>%1 Nothing is lost: the account and everything you have not sent yet stay on this computer.</source>
        <translation>%1 Nichts ist verloren: Das Konto und alles, was Sie noch nicht gesendet haben, bleiben auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>ChatOps::StandingBand</name>
    <message>
        <source>Look at it</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>It is still right</source>
        <translation>Es stimmt noch</translation>
    </message>
    <message>
        <source>Your data is restricted since %1: it is kept, and used for nothing you have not allowed since.</source>
        <translation>Ihre Daten sind seit dem %1 eingeschränkt: Sie werden aufbewahrt und für nichts benutzt, was Sie seither nicht erlaubt haben.</translation>
    </message>
    <message>
        <source>This program is version %1, and your workspace asks for %2 or newer. Please update it.</source>
        <translation>Dieses Programm hat die Version %1, und Ihr Arbeitsbereich verlangt %2 oder neuer. Bitte aktualisieren Sie es.</translation>
    </message>
    <message>
        <source>Entries are missing from the list of your choices that were here before.</source>
        <translation>In der Liste Ihrer Entscheidungen fehlen Einträge, die schon hier waren.</translation>
    </message>
    <message>
        <source>The list of your choices is signed with another key than before.</source>
        <translation>Die Liste Ihrer Entscheidungen ist mit einem anderen Schlüssel unterschrieben als bisher.</translation>
    </message>
    <message>
        <source>You last looked at your profile on %1. Is it still right?</source>
        <translation>Sie haben Ihr Profil zuletzt am %1 angesehen. Stimmt es noch?</translation>
    </message>
</context>
<context>
    <name>ChatOps::StatusLine</name>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Encrypted on this computer</source>
        <translation>Auf diesem Computer verschlüsselt</translation>
    </message>
    <message>
        <source>Nothing stored on this computer</source>
        <translation>Nichts auf diesem Computer gespeichert</translation>
    </message>
    <message>
        <source>%1, key in %2</source>
        <translation>%1, Schlüssel in %2</translation>
    </message>
    <message>
        <source>Messages are kept in memory until the program ends.</source>
        <translation>Nachrichten bleiben im Arbeitsspeicher, bis das Programm endet.</translation>
    </message>
    <message>
        <source>Synced</source>
        <translation>Abgeglichen</translation>
    </message>
    <message>
        <source>Syncing, %1 %</source>
        <translation>Abgleich, %1 %</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Abgleich läuft</translation>
    </message>
    <message>
        <source>Connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>Ohne Netz seit %1</translation>
    </message>
    <message>
        <source>Retry now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Neu anmelden</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>All changes saved on the server</source>
        <translation>Alle Änderungen sind auf dem Server</translation>
    </message>
    <message>
        <source>No changes waiting</source>
        <translation>Keine Änderung wartet</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) waiting to be sent</source>
        <translation>
            <numerusform>%n Änderung wartet auf das Senden</numerusform>
            <numerusform>%n Änderungen warten auf das Senden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n refused</source>
        <translation>
            <numerusform>%n abgelehnt</numerusform>
            <numerusform>%n abgelehnt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatOps::StoreOutbox</name>
    <message>
        <source>An earlier change could not be stored.</source>
        <translation>Eine frühere Änderung konnte nicht gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>ChatOps::StoredPage</name>
    <message>
        <source>Synchronisation and sign-in</source>
        <translation>Abgleich und Anmeldung</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Termine</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Privacy: choices, requests, notices, policies</source>
        <translation>Datenschutz: Entscheidungen, Anliegen, Mitteilungen, Erklärungen</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Sitzungen</translation>
    </message>
    <message>
        <source>Counts of feature use</source>
        <translation>Zählung der Nutzung</translation>
    </message>
    <message>
        <source>Log of access by administrators</source>
        <translation>Protokoll der Zugriffe von Verwaltern</translation>
    </message>
    <message>
        <source>Your choices</source>
        <translation>Ihre Entscheidungen</translation>
    </message>
    <message>
        <source>Your requests</source>
        <translation>Ihre Anliegen</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>What this computer holds and whom it talks to, as measured now.</source>
        <translation>Was dieser Computer enthält und mit wem er spricht, jetzt gemessen.</translation>
    </message>
    <message>
        <source>Store</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>The store on this computer is not encrypted.</source>
        <translation>Der Speicher auf diesem Computer ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>Encryption</source>
        <translation>Verschlüsselung</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>Nicht verschlüsselt</translation>
    </message>
    <message>
        <source>Nothing is written to the disk</source>
        <translation>Nichts wird auf die Platte geschrieben</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>None needed</source>
        <translation>Keiner nötig</translation>
    </message>
    <message>
        <source>On the disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>What is stored</source>
        <translation>Was gespeichert ist</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Wie viele</translation>
    </message>
    <message>
        <source>Oldest</source>
        <translation>Älteste</translation>
    </message>
    <message>
        <source>Network since the start</source>
        <translation>Netzwerk seit dem Start</translation>
    </message>
    <message>
        <source>No host was contacted since the program started.</source>
        <translation>Seit dem Start wurde keine Gegenstelle angesprochen.</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Gegenstelle</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>Empfangen</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Why each item is here, and how long</source>
        <translation>Warum jedes hier ist, und wie lange</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>How long</source>
        <translation>Wie lange</translation>
    </message>
    <message>
        <source>Needed: keeps you signed in</source>
        <translation>Nötig: hält Sie angemeldet</translation>
    </message>
    <message>
        <source>until you sign out</source>
        <translation>bis Sie sich abmelden</translation>
    </message>
    <message>
        <source>Key of the store</source>
        <translation>Schlüssel des Speichers</translation>
    </message>
    <message>
        <source>Needed: opens the encrypted copy</source>
        <translation>Nötig: öffnet die verschlüsselte Kopie</translation>
    </message>
    <message>
        <source>Copy of what you may see</source>
        <translation>Kopie dessen, was Sie sehen dürfen</translation>
    </message>
    <message>
        <source>Needed: reading and searching without a network</source>
        <translation>Nötig: Lesen und Suchen ohne Netz</translation>
    </message>
    <message>
        <source>until you sign out; what the server deletes goes here, too</source>
        <translation>bis Sie sich abmelden; was der Server löscht, geht auch hier</translation>
    </message>
    <message>
        <source>Drafts and unsent changes</source>
        <translation>Entwürfe und Ungesendetes</translation>
    </message>
    <message>
        <source>Needed: nothing you wrote is lost</source>
        <translation>Nötig: nichts Geschriebenes geht verloren</translation>
    </message>
    <message>
        <source>until the server has them</source>
        <translation>bis der Server sie hat</translation>
    </message>
    <message>
        <source>Settings and the place you left</source>
        <translation>Einstellungen und wo Sie waren</translation>
    </message>
    <message>
        <source>Needed: appearance, language, coming back</source>
        <translation>Nötig: Aussehen, Sprache, Wiederkommen</translation>
    </message>
    <message>
        <source>until you change them</source>
        <translation>bis Sie sie ändern</translation>
    </message>
    <message>
        <source>Optional: product analytics</source>
        <translation>Freiwillig: Messung der Nutzung</translation>
    </message>
    <message>
        <source>This cannot be measured now: %1</source>
        <translation>Das lässt sich jetzt nicht messen: %1</translation>
    </message>
    <message>
        <source>in memory only, an hour at most; what cannot be sent then is dropped</source>
        <translation>nur im Arbeitsspeicher, höchstens eine Stunde; was dann nicht gesendet werden kann, verfällt</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Konto</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Reactions</source>
        <translation>Reaktionen</translation>
    </message>
    <message>
        <source>Your short name in what others wrote</source>
        <translation>Ihr Kurzname in Texten anderer</translation>
    </message>
    <message>
        <source>How far you have read</source>
        <translation>Wie weit Sie gelesen haben</translation>
    </message>
    <message>
        <source>Notices to you</source>
        <translation>Mitteilungen an Sie</translation>
    </message>
    <message>
        <source>Exports</source>
        <translation>Exporte</translation>
    </message>
    <message>
        <source>Mail that waits to be sent</source>
        <translation>Mail, die noch nicht gesendet ist</translation>
    </message>
    <message>
        <source>List of addresses that get no mail</source>
        <translation>Liste der Adressen, die keine Mail bekommen</translation>
    </message>
    <message>
        <source>Settings kept with your account</source>
        <translation>Einstellungen, die beim Konto liegen</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>Sitzung</translation>
    </message>
</context>
<context>
    <name>ChatOps::SupportPage</name>
    <message>
        <source>Report a problem</source>
        <translation>Ein Problem melden</translation>
    </message>
    <message>
        <source>What goes to your organisation is exactly what stands here. Read it, and take out what you do not want to send.</source>
        <translation>An Ihre Organisation geht genau das, was hier steht. Lesen Sie es und nehmen Sie heraus, was Sie nicht senden wollen.</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>About the program and this computer</source>
        <translation>Über das Programm und diesen Computer</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>This is too long; %1 characters fit.</source>
        <translation>Das ist zu lang; %1 Zeichen passen hinein.</translation>
    </message>
    <message>
        <source>Thank you. It is among your requests.</source>
        <translation>Danke. Es steht bei Ihren Anliegen.</translation>
    </message>
</context>
<context>
    <name>ChatOps::Switcher</name>
    <message>
        <source>Find anything</source>
        <translation>Alles finden</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Search in %1</source>
        <translation>In %1 suchen</translation>
    </message>
    <message>
        <source>Channel, person, task, event or words of a message</source>
        <translation>Kanal, Person, Aufgabe, Termin oder Wörter einer Nachricht</translation>
    </message>
    <message>
        <source>Searches what is on this computer, also offline. Enter opens, Esc closes.</source>
        <translation>Sucht in dem, was auf diesem Computer ist, auch ohne Netz. Eingabe öffnet, Esc schließt.</translation>
    </message>
    <message>
        <source>Nothing found on this computer. Older messages are searched once you have scrolled to them.</source>
        <translation>Auf diesem Computer nichts gefunden. Ältere Nachrichten werden durchsucht, sobald Sie zu ihnen geblättert haben.</translation>
    </message>
    <message numerus="yes">
        <source>%n found</source>
        <translation>
            <numerusform>%n gefunden</numerusform>
            <numerusform>%n gefunden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatOps::TaskModel</name>
    <message>
        <source>To do</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>In review</source>
        <translation>In Prüfung</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>None</source>
        <comment>priority</comment>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Low</source>
        <comment>priority</comment>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>priority</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <comment>priority</comment>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <translation>Morgen %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <translation>Gestern %1</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <comment>date of a due task, as QLocale writes it</comment>
        <translation>ddd d. MMM</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>assigned to %1</source>
        <translation>zuständig: %1</translation>
    </message>
    <message>
        <source>due %1</source>
        <translation>fällig %1</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>noch nicht gesendet</translation>
    </message>
</context>
<context>
    <name>ChatOps::TaskPanel</name>
    <message>
        <source>Assignee</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Open message</source>
        <translation>Nachricht öffnen</translation>
    </message>
    <message>
        <source>Create task</source>
        <translation>Aufgabe anlegen</translation>
    </message>
    <message>
        <source>Delete task</source>
        <translation>Aufgabe löschen</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Close task</source>
        <translation>Aufgabe schließen</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>Was ist zu tun?</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Has a due time</source>
        <translation>Hat eine Fälligkeit</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Nobody else: only you and the assignee</source>
        <translation>Niemand sonst: nur Sie und wer zuständig ist</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Neue Aufgabe</translation>
    </message>
    <message>
        <source>%1 asked for this, %2</source>
        <comment>name, time</comment>
        <translation>%1 bat darum, %2</translation>
    </message>
    <message>
        <source>Last changed %1</source>
        <translation>Zuletzt geändert %1</translation>
    </message>
    <message>
        <source>A change is waiting to be sent.</source>
        <translation>Eine Änderung wartet auf das Senden.</translation>
    </message>
    <message>
        <source>A task needs a title.</source>
        <translation>Eine Aufgabe braucht einen Titel.</translation>
    </message>
    <message>
        <source>Delete this task for everybody?</source>
        <translation>Diese Aufgabe für alle löschen?</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ChatOps::TasksPane</name>
    <message>
        <source>Task lists</source>
        <translation>Aufgabenlisten</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>New task</source>
        <translation>Neue Aufgabe</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>Tafel</translation>
    </message>
    <message>
        <source>Tasks as a list</source>
        <translation>Aufgaben als Liste</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n open</source>
        <translation>
            <numerusform>%1, %n offen</numerusform>
            <numerusform>%1, %n offen</numerusform>
        </translation>
    </message>
    <message>
        <source>Assigned to me</source>
        <translation>Mir zugewiesen</translation>
    </message>
    <message>
        <source>Due today</source>
        <translation>Heute fällig</translation>
    </message>
    <message>
        <source>Overdue</source>
        <translation>Überfällig</translation>
    </message>
    <message>
        <source>Created by me</source>
        <translation>Von mir angelegt</translation>
    </message>
    <message>
        <source>All tasks</source>
        <translation>Alle Aufgaben</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>Nach Kanal</translation>
    </message>
    <message numerus="yes">
        <source>%n open tasks</source>
        <translation>
            <numerusform>%n offene Aufgabe</numerusform>
            <numerusform>%n offene Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>Loading tasks</source>
        <translation>Aufgaben werden geladen</translation>
    </message>
    <message>
        <source>Nothing to do here</source>
        <translation>Hier ist nichts zu tun</translation>
    </message>
    <message>
        <source>Tasks keep what was agreed from getting lost. Make one here, or from any message.</source>
        <translation>Aufgaben sorgen dafür, dass Vereinbartes nicht verloren geht. Legen Sie hier eine an, oder aus einer Nachricht.</translation>
    </message>
</context>
<context>
    <name>ChatOps::TimelineModel</name>
    <message>
        <source>%1, %2, %3</source>
        <comment>author, time, text</comment>
        <translation>%1, %2, %3</translation>
    </message>
    <message>
        <source>message deleted</source>
        <translation>Nachricht gelöscht</translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>noch nicht gesendet</translation>
    </message>
    <message>
        <source>refused: %1</source>
        <translation>abgelehnt: %1</translation>
    </message>
</context>
<context>
    <name>ChatOps::TimelineView</name>
    <message>
        <source>React</source>
        <translation>Reagieren</translation>
    </message>
    <message>
        <source>Reply in thread</source>
        <translation>Im Thread antworten</translation>
    </message>
    <message>
        <source>Make a task</source>
        <translation>Aufgabe daraus machen</translation>
    </message>
    <message>
        <source>Make an event</source>
        <translation>Termin daraus machen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Newest messages</source>
        <translation>Neueste Nachrichten</translation>
    </message>
    <message>
        <source>Show why it was not sent</source>
        <translation>Zeigen, warum sie nicht gesendet wurde</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>Loading older messages</source>
        <translation>Ältere Nachrichten werden geladen</translation>
    </message>
    <message>
        <source>This is where the conversation begins.</source>
        <translation>Hier beginnt die Unterhaltung.</translation>
    </message>
    <message>
        <source>Loading messages</source>
        <translation>Nachrichten werden geladen</translation>
    </message>
    <message>
        <source>The messages are not on this computer</source>
        <translation>Die Nachrichten sind nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Nothing here yet</source>
        <translation>Noch nichts hier</translation>
    </message>
    <message>
        <source>Write the first message below.</source>
        <translation>Schreiben Sie unten die erste Nachricht.</translation>
    </message>
</context>
<context>
    <name>ChatOps::TokenKeeper</name>
    <message>
        <source>The session has ended. Sign in again.</source>
        <translation>Die Sitzung ist beendet. Melden Sie sich neu an.</translation>
    </message>
</context>
<context>
    <name>ChatOps::Transport</name>
    <message>
        <source>The server&apos;s certificate is not trusted by this computer. If your organisation has its own authority, its certificate has to be installed in the system.</source>
        <translation>Dem Zertifikat des Servers vertraut dieser Computer nicht. Wenn Ihre Organisation eine eigene Zertifizierungsstelle hat, muss deren Zertifikat im System installiert sein.</translation>
    </message>
</context>
<context>
    <name>ChatOps::WebSocketTransport</name>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server sent something this version does not understand.</source>
        <translation>Der Server hat etwas gesendet, das diese Version nicht versteht.</translation>
    </message>
</context>
<context>
    <name>ChatOps::WeekView</name>
    <message>
        <source>Week of %1</source>
        <translation>Woche vom %1</translation>
    </message>
    <message>
        <source>%1, due %2</source>
        <translation>%1, fällig %2</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>wartet auf das Senden</translation>
    </message>
    <message>
        <source>not sent yet</source>
        <translation>noch nicht gesendet</translation>
    </message>
</context>
<context>
    <name>Pack</name>
    <message>
        <source>The pack cannot be read.</source>
        <translation>Das Paket kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>There is a second file %1 in the pack.</source>
        <translation>Im Paket ist eine zweite Datei %1.</translation>
    </message>
    <message>
        <source>The file %1 is missing.</source>
        <translation>Die Datei %1 fehlt.</translation>
    </message>
    <message>
        <source>The file %1 was changed.</source>
        <translation>Die Datei %1 wurde verändert.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The file manifest.json is missing or cannot be read.</source>
        <translation>Die Datei manifest.json fehlt oder kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file manifest.json does not carry the signature of the server.</source>
        <translation>Die Datei manifest.json trägt nicht die Signatur des Servers.</translation>
    </message>
    <message>
        <source>The file device/manifest.json cannot be read.</source>
        <translation>Die Datei device/manifest.json kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file %1 is in no manifest.</source>
        <translation>Die Datei %1 steht in keinem Verzeichnis.</translation>
    </message>
    <message>
        <source>The frame of the ZIP was changed; the files in it are as they were made.</source>
        <translation>Der Rahmen des ZIP wurde verändert; die Dateien darin sind, wie sie erstellt wurden.</translation>
    </message>
    <message>
        <source>The ZIP itself is damaged.</source>
        <translation>Das ZIP selbst ist beschädigt.</translation>
    </message>
    <message>
        <source>The file %1 in the pack is damaged.</source>
        <translation>Die Datei %1 im Paket ist beschädigt.</translation>
    </message>
    <message>
        <source>This file is no readable ZIP.</source>
        <translation>Diese Datei ist kein lesbares ZIP.</translation>
    </message>
    <message>
        <source>The file %1 in the pack is too large.</source>
        <translation>Die Datei %1 im Paket ist zu groß.</translation>
    </message>
    <message>
        <source>Line %1 of %2 is not as it should be.</source>
        <translation>Zeile %1 von %2 ist nicht, wie sie sein soll.</translation>
    </message>
    <message>
        <source>There is no such file.</source>
        <translation>Diese Datei gibt es nicht.</translation>
    </message>
    <message>
        <source>The pack cannot be written.</source>
        <translation>Das Paket kann nicht geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>PlainText</name>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>React with %1</source>
        <translation>Mit %1 reagieren</translation>
    </message>
    <message>
        <source>Or type one</source>
        <translation>Oder eines eintippen</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>The server cannot be reached.</source>
        <translation>Der Server ist nicht erreichbar.</translation>
    </message>
    <message>
        <source>The server does not answer.</source>
        <translation>Der Server antwortet nicht.</translation>
    </message>
    <message>
        <source>The connection went silent.</source>
        <translation>Die Verbindung ist verstummt.</translation>
    </message>
    <message>
        <source>The server sent something this version does not understand.</source>
        <translation>Der Server hat etwas gesendet, das diese Version nicht versteht.</translation>
    </message>
    <message>
        <source>Changes arrived out of order.</source>
        <translation>Änderungen kamen in falscher Reihenfolge an.</translation>
    </message>
    <message>
        <source>The workspace removed this account from this computer.</source>
        <translation>Der Arbeitsbereich hat dieses Konto von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>The server is restarting.</source>
        <translation>Der Server startet neu.</translation>
    </message>
    <message>
        <source>The session has to be renewed.</source>
        <translation>Die Sitzung muss erneuert werden.</translation>
    </message>
    <message>
        <source>The session was ended on the server. Sign in again.</source>
        <translation>Die Sitzung wurde auf dem Server beendet. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The server refuses this version or device.</source>
        <translation>Der Server lehnt diese Version oder dieses Gerät ab.</translation>
    </message>
    <message>
        <source>The server cannot answer at the moment.</source>
        <translation>Der Server kann im Moment nicht antworten.</translation>
    </message>
    <message>
        <source>The name or the password is not right.</source>
        <translation>Der Name oder das Passwort stimmt nicht.</translation>
    </message>
    <message numerus="yes">
        <source>Too many attempts. Try again in %n second(s).</source>
        <translation>
            <numerusform>Zu viele Versuche. Versuchen Sie es in %n Sekunde wieder.</numerusform>
            <numerusform>Zu viele Versuche. Versuchen Sie es in %n Sekunden wieder.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server gave an unexpected answer. Is this a ChatOps server?</source>
        <translation>Der Server gab eine unerwartete Antwort. Ist das ein ChatOps-Server?</translation>
    </message>
    <message>
        <source>The session has ended. Sign in again.</source>
        <translation>Die Sitzung ist beendet. Melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>This is not a server address. It looks like chat.example.org.</source>
        <translation>Das ist keine Serveradresse. Sie sieht etwa so aus: chat.example.org.</translation>
    </message>
    <message>
        <source>Leave the name and password out of the address.</source>
        <translation>Lassen Sie Namen und Passwort aus der Adresse weg.</translation>
    </message>
    <message>
        <source>Only encrypted connections are made: the address must begin with https.</source>
        <translation>Es werden nur verschlüsselte Verbindungen aufgebaut: Die Adresse muss mit https beginnen.</translation>
    </message>
    <message>
        <source>The proxy of this network does not let the connection through.</source>
        <translation>Der Proxy dieses Netzes lässt die Verbindung nicht durch.</translation>
    </message>
    <message>
        <source>The proxy of this network asks for a name and a password. They belong into the system&apos;s proxy settings.</source>
        <translation>Der Proxy dieses Netzes verlangt Namen und Passwort. Sie gehören in die Proxy-Einstellungen des Systems.</translation>
    </message>
    <message>
        <source>This invitation is not valid any more. Ask for a new one.</source>
        <translation>Diese Einladung gilt nicht mehr. Bitte um eine neue bitten.</translation>
    </message>
    <message>
        <source>This short name is taken. Choose another one.</source>
        <translation>Diesen Kurznamen gibt es schon. Bitte einen anderen wählen.</translation>
    </message>
    <message>
        <source>Give a name, a short name of a-z, 0-9, &apos;.&apos;, &apos;_&apos; or &apos;-&apos;, and a password of at least 8 characters.</source>
        <translation>Bitte einen Namen angeben, einen Kurznamen aus a–z, 0–9, „.“, „_“ oder „-“ und ein Passwort mit mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>This server has no workspace yet, or several and none was chosen.</source>
        <translation>Dieser Server hat noch keinen Arbeitsbereich, oder mehrere und keiner wurde gewählt.</translation>
    </message>
    <message>
        <source>The workspace did not arrive completely.</source>
        <translation>Der Arbeitsbereich kam nicht vollständig an.</translation>
    </message>
    <message>
        <source>The same device is connected from elsewhere.</source>
        <translation>Dasselbe Gerät ist von anderswo verbunden.</translation>
    </message>
    <message>
        <source>This workspace is for people of a certain age, which was not confirmed.</source>
        <translation>Dieser Arbeitsbereich ist für Personen ab einem bestimmten Alter, das nicht bestätigt wurde.</translation>
    </message>
    <message>
        <source>Give your password first.</source>
        <translation>Geben Sie zuerst Ihr Passwort ein.</translation>
    </message>
    <message>
        <source>This account was deleted.</source>
        <translation>Dieses Konto wurde gelöscht.</translation>
    </message>
    <message>
        <source>Something between this computer and the server answers in its place.</source>
        <translation>Etwas zwischen diesem Computer und dem Server antwortet an dessen Stelle.</translation>
    </message>
    <message>
        <source>This address sends elsewhere, to %1. If the network has a login page, open it in a browser and log in there; if the server has moved, use its new address.</source>
        <translation>Diese Adresse leitet weiter, zu %1. Hat das Netz eine Anmeldeseite, öffnen Sie sie im Browser und melden Sie sich dort an; ist der Server umgezogen, verwenden Sie seine neue Adresse.</translation>
    </message>
    <message>
        <source>Something between this computer and the server asks for a name and a password of its own. If the network has a login page, open it in a browser; else the proxy in front of the server has to let /v1/ pass without one.</source>
        <translation>Etwas zwischen diesem Computer und dem Server verlangt einen eigenen Namen und ein eigenes Passwort. Hat das Netz eine Anmeldeseite, öffnen Sie sie im Browser; sonst muss der Proxy vor dem Server /v1/ ohne Passwort durchlassen.</translation>
    </message>
    <message>
        <source>Something between this computer and the server forbids the connection. Whoever runs the network or the proxy in front of the server has to let it pass.</source>
        <translation>Etwas zwischen diesem Computer und dem Server verbietet die Verbindung. Wer das Netz oder den Proxy vor dem Server betreibt, muss sie durchlassen.</translation>
    </message>
    <message>
        <source>The proxy in front of the server takes no files of this size. Its administrator has to allow bodies of 21 MB; in nginx that is client_max_body_size.</source>
        <translation>Der Proxy vor dem Server nimmt keine Dateien dieser Größe an. Dessen Administrator muss 21 MB erlauben; bei nginx heißt das client_max_body_size.</translation>
    </message>
    <message>
        <source>The proxy in front of the server does not reach it at the moment.</source>
        <translation>Der Proxy vor dem Server erreicht ihn im Moment nicht.</translation>
    </message>
    <message>
        <source>Something between this computer and the server limits how often it may be asked.</source>
        <translation>Etwas zwischen diesem Computer und dem Server begrenzt, wie oft gefragt werden darf.</translation>
    </message>
    <message>
        <source>What answers at this address is not a ChatOps server. Check the address; if it is right, a login page of the network or a proxy in front of the server answers in its place.</source>
        <translation>Was unter dieser Adresse antwortet, ist kein ChatOps-Server. Prüfen Sie die Adresse; stimmt sie, antwortet eine Anmeldeseite des Netzes oder ein Proxy vor dem Server an dessen Stelle.</translation>
    </message>
    <message>
        <source>The server answers, but the connection for changes (WebSocket) is not let through. The proxy in front of it has to pass Upgrade and Connection on at /v1/ws.</source>
        <translation>Der Server antwortet, aber die Verbindung für Änderungen (WebSocket) wird nicht durchgelassen. Der Proxy davor muss Upgrade und Connection unter /v1/ws weiterreichen.</translation>
    </message>
    <message>
        <source>Leave everything from ? or # on out of the address.</source>
        <translation>Lassen Sie alles ab ? oder # in der Adresse weg.</translation>
    </message>
    <message>
        <source>This password is among those that are guessed first. Several words that do not belong together are better.</source>
        <translation>Dieses Passwort gehört zu denen, die als Erste geraten werden. Besser sind mehrere Wörter, die nicht zusammengehören.</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>New</source>
        <comment>line above unread messages</comment>
        <translation>Neu</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>wartet auf das Senden</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>date above messages, as QLocale writes it</comment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Diese Nachricht wurde gelöscht.</translation>
    </message>
    <message>
        <source>(edited)</source>
        <translation>(bearbeitet)</translation>
    </message>
    <message numerus="yes">
        <source>%n replies</source>
        <translation>
            <numerusform>%n Antwort</numerusform>
            <numerusform>%n Antworten</numerusform>
        </translation>
    </message>
    <message>
        <source>last reply %1</source>
        <translation>letzte Antwort %1</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>Nicht gesendet: %1</translation>
    </message>
    <message numerus="yes">
        <source>deleted in %n day(s)</source>
        <translation>
            <numerusform>wird in %n Tag gelöscht</numerusform>
            <numerusform>wird in %n Tagen gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deleted in %n hour(s)</source>
        <translation>
            <numerusform>wird in %n Stunde gelöscht</numerusform>
            <numerusform>wird in %n Stunden gelöscht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>deleted in %n minute(s)</source>
        <translation>
            <numerusform>wird in %n Minute gelöscht</numerusform>
            <numerusform>wird in %n Minuten gelöscht</numerusform>
        </translation>
    </message>
</context>
</TS>
