// SPDX-License-Identifier: GPL-3.0-or-later
#include "privacy/linkpreviews.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr qsizetype mostKept = 300;
constexpr qsizetype mostAtOnce = 8;

} // namespace

LinkPreviews::LinkPreviews(Backend &backend, ConsentGate &gate, QObject *parent)
    : QObject(parent)
    , m_backend(backend)
    , m_gate(gate)
{
    connect(&gate, &ConsentGate::changed, this, [this] {
        if (!m_gate.isAllowed(Purposes::LinkPreviews)) {
            m_found.clear();
            m_order.clear();
            m_asked.clear();
        }
        Q_EMIT changed();
    });
}

QString LinkPreviews::linkIn(const QString &text)
{
    static const QRegularExpression address(u"https?://[^\\s<>\"'`]{4,1000}"_s);
    QString link = address.match(text).captured();
    // What ends a sentence or a Markdown link does not belong to it.
    while (!link.isEmpty() && u".,;:!?)]}*_"_s.contains(link.back()))
        link.chop(1);
    return link;
}

const LinkPreview *LinkPreviews::findIn(const QString &text)
{
    if (!m_gate.isAllowed(Purposes::LinkPreviews))
        return nullptr;
    const QString link = linkIn(text);
    if (link.isEmpty())
        return nullptr;
    if (const auto known = m_found.constFind(link); known != m_found.constEnd())
        return known->title.isEmpty() ? nullptr : &*known;
    if (m_asked.contains(link) || m_asked.size() >= mostAtOnce
        || m_backend.status().state != LinkStatus::State::Online)
        return nullptr;
    m_asked.insert(link);
    follow(m_backend.ask(AccountWish::PreviewLink, {}, {{"url"_L1, link}}), this,
           [this, link](const Result<QJsonObject> &said) {
               m_asked.remove(link);
               // The choice may be another one by now.
               if (!m_gate.isAllowed(Purposes::LinkPreviews))
                   return;
               LinkPreview preview{link, {}, {}, {}};
               if (said) {
                   preview.host = said->value("host"_L1).toString().left(100);
                   preview.title = said->value("title"_L1).toString().left(200);
                   preview.description = said->value("description"_L1).toString().left(300);
               }
               m_found.insert(link, preview);
               m_order.append(link);
               if (m_order.size() > mostKept)
                   m_found.remove(m_order.takeFirst());
               Q_EMIT changed();
           });
    return nullptr;
}

} // namespace ChatOps
