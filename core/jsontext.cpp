// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jsontext.h"

#include <algorithm>

namespace ChatOps {

QByteArray &JsonText::begin(QLatin1StringView key)
{
    m_json += m_json.isEmpty() ? '{' : ',';
    m_json += '"';
    m_json.append(key.data(), key.size());
    m_json += "\":";
    return m_json;
}

void JsonText::word(QLatin1StringView key, QByteArrayView value)
{
    begin(key) += '"';
    m_json += value;
    m_json += '"';
}

void JsonText::text(QLatin1StringView key, QStringView value)
{
    begin(key) += '"';
    const auto plain = [](QChar c) { return c >= u' ' && c != u'"' && c != u'\\'; };
    while (true) {
        const auto special = std::find_if_not(value.begin(), value.end(), plain);
        m_json += value.first(special - value.begin()).toUtf8();
        if (special == value.end())
            break;
        const char c = special->toLatin1();
        value = value.sliced(special - value.begin() + 1);
        constexpr QByteArrayView named("\"\\\b\f\n\r\t");
        constexpr QByteArrayView names("\"\\bfnrt");
        m_json += '\\';
        if (const qsizetype at = named.indexOf(c); at >= 0)
            m_json += names[at];
        else
            m_json += 'u' + QByteArray::number(int(c), 16).rightJustified(4, '0');
    }
    m_json += '"';
}

} // namespace ChatOps
