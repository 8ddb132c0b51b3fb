// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QImage>

class QSlider;

namespace ChatOps {

/// Cuts a square out of a picture: dragged with the mouse or moved with the arrow keys, made
/// larger and smaller by the slider.
class CropDialog final : public QDialog {
    Q_OBJECT
public:
    explicit CropDialog(const QImage &picture, QWidget *parent = nullptr);

    /// What is inside the square, as a file: JPEG, or PNG where parts are transparent; at most
    /// `Limit::AvatarBytes`. Empty when it cannot be made that small.
    [[nodiscard]] QByteArray result() const;

private:
    class Frame;
    Frame *m_frame;
    QSlider *m_zoom;
};

} // namespace ChatOps
