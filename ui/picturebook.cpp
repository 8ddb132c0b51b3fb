// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/picturebook.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>
#include <QPointer>
#include <QThreadPool>

namespace ChatOps {
namespace {

constexpr qsizetype mostKept = 300; ///< Of 64 KB each.
constexpr int largestSide = 1024; ///< Pixels; a small file may claim to be a huge picture.

} // namespace

PictureBook::PictureBook(Cache &cache, QObject *parent)
    : QObject(parent)
    , m_cache(cache)
    , m_pictures(mostKept)
{
    connect(&cache, &Cache::changed, this, [this](const ChangeSet &changes) {
        if (!changes.privacy && !changes.reset)
            return;
        // What is shown is read anew; until then it stays as it was.
        const QList<PersonId> known = m_pictures.keys();
        for (const PersonId &person : known)
            read(person);
    });
}

QImage PictureBook::decoded(const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > largestSide || size.height() > largestSide)
        return {};
    reader.setScaledSize(size.scaled(Side, Side, Qt::KeepAspectRatioByExpanding));
    const QImage image = reader.read();
    return image.isNull() ? image : image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

QImage PictureBook::picture(PersonId person)
{
    if (const QImage *known = m_pictures.object(person))
        return *known;
    read(person);
    return {};
}

void PictureBook::read(PersonId person)
{
    if (person.isNull())
        return;
    // What is being read may be what was there before: once more, then.
    if (m_wanted.contains(person)) {
        m_again.insert(person);
        return;
    }
    m_wanted.insert(person);
    follow(m_cache.profile(person), this, [this, person](const Result<Profile> &profile) {
        if (!profile || profile->avatar.isEmpty()) {
            take(person, {});
            return;
        }
        QThreadPool::globalInstance()->start([book = QPointer(this), person, bytes = profile->avatar] {
            const QImage image = decoded(bytes);
            QMetaObject::invokeMethod(qApp, [book, person, image] {
                if (book)
                    book->take(person, image);
            });
        });
    });
}

void PictureBook::take(PersonId person, const QImage &picture)
{
    m_wanted.remove(person);
    const QImage *before = m_pictures.object(person);
    const bool same = before ? *before == picture : picture.isNull();
    m_pictures.insert(person, new QImage(picture));
    if (!same)
        Q_EMIT changed();
    if (m_again.remove(person))
        read(person);
}

} // namespace ChatOps
