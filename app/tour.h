// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/application.h"

#include <QElapsedTimer>

namespace ChatOps {

/// For computers without a display, and for the README's pictures: waits for
/// the first full sync, prints what was synced, pictures every pane in light
/// and dark, ends the program.
class Tour final : public QObject {
    Q_OBJECT
public:
    Tour(Controller &controller, QString folder, QObject *parent = nullptr);

private:
    void begin(AccountSession *session);
    void printCounts(AccountSession *session);
    void takePictures();
    void picture(const QString &name);
    void next();

    Controller &m_controller;
    QString m_folder;
    QElapsedTimer m_timer;
    QList<std::pair<QString, std::function<void()>>> m_scenes;
    QStringList m_saved;
    bool m_begun = false;
};

} // namespace ChatOps
