// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/hub/mailbox.h"

#include <QRegularExpression>

#include <gmime/gmime.h>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps::Server {
namespace {

template <typename T>
struct Unref {
    void operator()(T *object) const { g_object_unref(object); }
};
template <typename T>
using Held = std::unique_ptr<T, Unref<T>>;

QString taken(char *text)
{
    const QString copy = QString::fromUtf8(text);
    g_free(text);
    return copy;
}

/// The best text of a message: plain, or else the first there is.
void findText(GMimeObject *, GMimeObject *part, gpointer into)
{
    auto *best = static_cast<GMimePart **>(into);
    if (!GMIME_IS_TEXT_PART(part))
        return;
    GMimeContentType *type = g_mime_object_get_content_type(part);
    const bool plain = g_mime_content_type_is_type(type, "text", "plain");
    const bool have = *best
        && g_mime_content_type_is_type(g_mime_object_get_content_type(GMIME_OBJECT(*best)), "text", "plain");
    if (!*best || (plain && !have))
        *best = GMIME_PART(part);
}

} // namespace

Result<ArrivedMail> readMail(const QByteArray &bytes)
{
    static const bool begun = [] {
        g_mime_init();
        return true;
    }();
    Q_UNUSED(begun)
    const Held<GMimeStream> stream(
        g_mime_stream_mem_new_with_buffer(bytes.constData(), size_t(bytes.size())));
    const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message)
        return failure(ErrorCode::Invalid, u"This is no mail."_s);
    ArrivedMail mail;
    InternetAddressList *senders = g_mime_message_get_from(message.get());
    InternetAddress *sender = senders && internet_address_list_length(senders) == 1
        ? internet_address_list_get_address(senders, 0)
        : nullptr;
    if (!sender || !INTERNET_ADDRESS_IS_MAILBOX(sender))
        return failure(ErrorCode::Invalid, u"This mail does not say who sent it."_s);
    mail.from = QString::fromUtf8(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(sender)))
                    .trimmed()
                    .toLower();
    mail.subject = QString::fromUtf8(g_mime_message_get_subject(message.get())).simplified();
    GMimePart *best = nullptr;
    g_mime_message_foreach(message.get(), &findText, &best);
    if (best) {
        const bool plain =
            g_mime_content_type_is_type(g_mime_object_get_content_type(GMIME_OBJECT(best)), "text", "plain");
        const QString text = taken(g_mime_text_part_get_text(GMIME_TEXT_PART(best)));
        mail.text = plain ? text : QString(text).remove(QRegularExpression(u"<[^>]*>"_s));
        mail.text = mail.text.trimmed();
    }
    if (mail.from.isEmpty())
        return failure(ErrorCode::Invalid, u"This mail does not say who sent it."_s);
    return mail;
}

} // namespace ChatOps::Server
