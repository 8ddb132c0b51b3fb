// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

#include <QColor>
#include <QFont>
#include <QObject>

namespace ChatOps {

/// Every colour of the window, by what it is for.
struct Palette {
    QColor background, surface, raised;
    QColor rail, railInk, railOn;
    QColor ink, ink2, ink3, line, hover;
    QColor selection, selectionInk;
    QColor accent, accentInk;
    QColor danger, dangerBackground;
    QColor ok, okBackground;
    QColor warning, warningBackground;
    QColor mention, badge, focus;
};

/// Spacing in multiples of 4, radii and fixed sizes, in device-independent px.
namespace Metric {
constexpr int Space = 4;
constexpr int RadiusSmall = 6;
constexpr int Radius = 8;
constexpr int RadiusLarge = 10;
constexpr int RailWidth = 56;
constexpr int SidebarWidth = 264;
constexpr int DetailWidth = 340;
constexpr int HeaderHeight = 56;
constexpr int RowHeight = 32;
constexpr int StatusHeight = 26;
constexpr int Avatar = 36;
constexpr int AvatarSmall = 20;
constexpr int Icon = 20;
constexpr int IconSmall = 16;
} // namespace Metric

/// Design tokens in one place: light, dark and high contrast. Follows the
/// system unless the person chose; changes while running.
class Theme final : public QObject {
    Q_OBJECT
public:
    enum class Mode { System, Light, Dark, Contrast };
    Q_ENUM(Mode)
    enum class Type { Tiny, Small, Base, Reading, Title, Large, Huge, Code };

    static Theme &instance();

    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// Reading size in percent, 80 to 200.
    void setScale(int percent);
    [[nodiscard]] int scale() const { return m_scale; }

    [[nodiscard]] const Palette &colors() const { return m_palette; }
    [[nodiscard]] bool isDark() const { return m_dark; }
    /// A size in pixels at 100 %, at the reading size chosen: for what grows with the text.
    [[nodiscard]] int px(int size) const { return int(std::lround(size * m_scale / 100.0)); }
    [[nodiscard]] QFont font(Type type, int weight = QFont::Normal) const;
    /// Has a thread read which fonts the system has: fontconfig takes longer for it than the window.
    void findFonts() const;
    /// Loads the fonts and the style sheet now, which the first widgets would wait for; for a time in
    /// which there is nothing else to do.
    void warmUp() const;
    /// One of six colours that suit white initials, by name.
    [[nodiscard]] QColor avatarColor(const QString &name) const;

    static Palette light();
    static Palette dark();
    static Palette contrast(bool dark);

Q_SIGNALS:
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Theme();
    void apply();
    [[nodiscard]] static bool systemIsDark();
    [[nodiscard]] static bool systemIsHighContrast();

    Mode m_mode = Mode::System;
    int m_scale = 100;
    bool m_dark = false;
    bool m_applying = false;
    QFont m_systemFont;
    Palette m_palette;
};

/// Shorthand for `Theme::instance().colors()`.
[[nodiscard]] const Palette &colors();
/// WCAG 2.2 contrast ratio of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);

} // namespace ChatOps
