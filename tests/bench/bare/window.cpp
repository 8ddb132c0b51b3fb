// SPDX-License-Identifier: GPL-3.0-or-later
// The reference of `start` and `memory`: a main window with a list and nothing else. It says
// "shown" when it has painted, and stays.
#include <QApplication>
#include <QListView>
#include <QMainWindow>
#include <QStringListModel>
#include <QTextStream>

using namespace Qt::Literals::StringLiterals;

class PaintedOnce final : public QListView {
    Q_OBJECT
protected:
    void paintEvent(QPaintEvent *event) override
    {
        QListView::paintEvent(event);
        if (!std::exchange(m_said, true))
            QMetaObject::invokeMethod(
                this, [] { QTextStream(stdout) << "shown" << Qt::endl; }, Qt::QueuedConnection);
    }

private:
    bool m_said = false;
};

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QStringList rows;
    for (int i = 0; i < 200; ++i)
        rows.append(u"Row %1 with some words"_s.arg(i));
    QStringListModel model(rows);
    QMainWindow window;
    auto *list = new PaintedOnce;
    list->setModel(&model);
    window.setCentralWidget(list);
    window.resize(1280, 800);
    window.show();
    return QApplication::exec();
}

#include "window.moc"
