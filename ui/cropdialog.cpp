// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cropdialog.h"

#include "core/privacy.h"
#include "ui/picturebook.h"
#include "ui/privacypage.h"

#include <QBuffer>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QSlider>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ChatOps {
namespace {

constexpr int frameSide = 260;
constexpr int zoomSteps = 100;
constexpr double mostZoom = 6;

} // namespace

/// The picture, and over it what will be left outside.
class CropDialog::Frame final : public QWidget {
public:
    explicit Frame(const QImage &picture, QWidget *parent)
        : QWidget(parent)
        , m_picture(picture)
        , m_centre(QPointF(picture.rect().center()))
    {
        setFixedSize(Theme::instance().px(frameSide), Theme::instance().px(frameSide));
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::SizeAllCursor);
        setAccessibleName(CropDialog::tr("Part of the picture; the arrow keys move it"));
    }
    void setZoom(double zoom)
    {
        m_zoom = zoom;
        moveBy({});
    }
    /// In pixels of the picture.
    [[nodiscard]] QRectF square() const
    {
        const double side = std::min(m_picture.width(), m_picture.height()) / m_zoom;
        return {m_centre.x() - side / 2, m_centre.y() - side / 2, side, side};
    }
    [[nodiscard]] const QImage &picture() const { return m_picture; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
        painter.drawImage(QRectF(rect()), m_picture, square());
        QPainterPath outside;
        outside.addRect(rect());
        QPainterPath circle;
        circle.addEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
        QColor shade = colors().background;
        shade.setAlpha(190);
        painter.fillPath(outside - circle, shade);
        painter.setPen(QPen(hasFocus() ? colors().focus : colors().line, 2));
        painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
    void mousePressEvent(QMouseEvent *event) override { m_from = event->position(); }
    void mouseMoveEvent(QMouseEvent *event) override
    {
        const double scale = square().width() / width();
        moveBy((m_from - event->position()) * scale);
        m_from = event->position();
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        const double step = square().width() / 20;
        switch (event->key()) {
        case Qt::Key_Left:
            moveBy({-step, 0});
            return;
        case Qt::Key_Right:
            moveBy({step, 0});
            return;
        case Qt::Key_Up:
            moveBy({0, -step});
            return;
        case Qt::Key_Down:
            moveBy({0, step});
            return;
        default:
            QWidget::keyPressEvent(event);
        }
    }

private:
    void moveBy(const QPointF &by)
    {
        // The square never leaves the picture.
        const double half = square().width() / 2;
        m_centre.setX(std::clamp(m_centre.x() + by.x(), half, std::max(half, m_picture.width() - half)));
        m_centre.setY(std::clamp(m_centre.y() + by.y(), half, std::max(half, m_picture.height() - half)));
        update();
    }
    QImage m_picture;
    QPointF m_centre;
    QPointF m_from;
    double m_zoom = 1;
};

CropDialog::CropDialog(const QImage &picture, QWidget *parent)
    : QDialog(parent)
    , m_frame(new Frame(picture, this))
    , m_zoom(new QSlider(Qt::Horizontal))
{
    setObjectName(u"cropDialog"_s);
    setWindowTitle(tr("Your picture"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(makeText(tr("Move the picture until the right part is in the circle."), Tone::Second));
    column->addWidget(m_frame, 0, Qt::AlignHCenter);
    m_zoom->setRange(0, zoomSteps);
    m_zoom->setObjectName(u"cropZoom"_s);
    m_zoom->setAccessibleName(tr("Size"));
    column->addWidget(m_zoom);
    auto *row = new QHBoxLayout;
    auto *cancel = makeButton(tr("Cancel"));
    auto *take = makeButton(tr("Use it"), u"primary"_s);
    take->setObjectName(u"cropTake"_s);
    take->setDefault(true);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(take);
    column->addLayout(row);
    connect(m_zoom, &QSlider::valueChanged, this,
            [this](int value) { m_frame->setZoom(1 + (mostZoom - 1) * value / zoomSteps); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(take, &QPushButton::clicked, this, &QDialog::accept);
}

QByteArray CropDialog::result() const
{
    const QImage cut =
        m_frame->picture()
            .copy(m_frame->square().toAlignedRect() & m_frame->picture().rect())
            .scaled(PictureBook::Side, PictureBook::Side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const auto written = [&cut](const char *format, int quality) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        return cut.save(&buffer, format, quality) ? bytes : QByteArray();
    };
    if (cut.hasAlphaChannel()) {
        const QByteArray png = written("PNG", -1);
        if (!png.isEmpty() && png.size() <= Limit::AvatarBytes)
            return png;
    }
    for (const int quality : {90, 75, 60, 40}) {
        const QByteArray jpeg = written("JPEG", quality);
        if (!jpeg.isEmpty() && jpeg.size() <= Limit::AvatarBytes)
            return jpeg;
    }
    return {};
}

} // namespace ChatOps
