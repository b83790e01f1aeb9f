#include "theme/theme.h"

#include "theme/style.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QIconEngine>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QPalette>
#include <QRegularExpression>

namespace holdfast::ui {
namespace {

// In the order of the enumerators of tokens.h.
constexpr std::array<const char*, colorCount> colorNames{
    "canvas",     "surface",     "sunken",      "hover",       "line",    "line-strong", "ink",        "ink-2",
    "ink-3",      "rail",        "rail-ink",    "rail-ink-on", "rail-on", "rail-mark",   "mh",         "mh-fill",
    "mh-tint",    "mh-line",     "da",          "da-fill",     "da-tint", "da-line",     "joint",      "joint-fill",
    "joint-tint", "joint-line",  "ok",          "ok-tint",     "ok-line", "wait",        "wait-tint",  "wait-line",
    "bounce",     "bounce-fill", "bounce-tint", "bounce-line", "late",    "late-fill",   "late-tint",  "late-line",
    "focus",      "on-fill",     "scrim",       "mark-mh",     "mark-da", "mark-joint",  "rail-hover", "on-mark",
};
constexpr std::array<const char*, sizeCount> sizeNames{
    "page-padding", "card-padding",  "gap",        "group-gap",        "row-today",
    "row-table",    "row-item",      "button",     "button-small",     "button-dialog",
    "input",        "target",        "rail",       "rail-narrow",      "rail-item",
    "top-bar",      "status-bar",    "radius-tag", "radius-control",   "radius-group",
    "radius-card",  "radius-dialog", "lane-head",  "lane-overlap",     "clasp-gap",
    "tag",          "tag-small",     "chip",       "min-window-width", "min-window-height",
};
constexpr std::array<const char*, typeCount> typeNames{
    "display", "kpi", "h1", "h1s", "h2", "h3", "body", "dense", "small", "badge",
};
constexpr std::array textSizes{100, 125, 150, 200};

template <class Enum>
constexpr std::size_t at(Enum value)
{
    return static_cast<std::size_t>(value);
}

/// "#RRGGBB" or "rgba(r,g,b,a)" with a from 0 to 1.
QColor readColor(const QString& text)
{
    static const QRegularExpression rgba{
        QStringLiteral(R"(^rgba\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)\s*,\s*([\d.]+)\s*\)$)")};
    const auto match = rgba.match(text);
    if (!match.hasMatch())
        return QColor{text};
    QColor color{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
    color.setAlphaF(match.captured(4).toFloat());
    return color;
}

QString cssColor(const QColor& color)
{
    return color.alpha() == 255 ? color.name()
                                : QStringLiteral("rgba(%1,%2,%3,%4%)")
                                      .arg(color.red())
                                      .arg(color.green())
                                      .arg(color.blue())
                                      .arg(qRound(color.alphaF() * 100));
}

/// A window darker than its text is dark.
Scheme schemeOf(const QPalette& palette)
{
    const auto lightness = [&](QPalette::ColorRole role) { return palette.color(QPalette::Active, role).lightness(); };
    return lightness(QPalette::Window) < lightness(QPalette::WindowText) ? Scheme::dark : Scheme::light;
}

constexpr std::array<const char*, 3> appearanceNames{"system", "light", "dark"};

QByteArray resource(const QString& path)
{
    QFile file{path};
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "Theme", "a resource of the program is missing");
    return opened ? file.readAll() : QByteArray{};
}

/// Draws the icon's paths when asked, in the colour the theme has then.
class ThemeIcon final : public QIconEngine {
public:
    ThemeIcon(const Theme& theme, QString name, Color token) : m_theme{theme}, m_name{std::move(name)}, m_token{token}
    {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
    {
        const Color token = mode == QIcon::Disabled ? Color::ink3 : m_token;
        m_theme.paintIcon(*painter, m_name, rect, m_theme.color(token));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap{size};
        pixmap.fill(Qt::transparent);
        QPainter painter{&pixmap};
        paint(&painter, QRect{QPoint{}, size}, mode, state);
        return pixmap;
    }
    QIconEngine* clone() const override { return new ThemeIcon{*this}; }

private:
    const Theme& m_theme;
    QString m_name;
    Color m_token;
};

}  // namespace

Theme::Theme(QObject* parent) : QObject{parent}, m_computer{schemeOf(QGuiApplication::palette())}
{
    for (const char* weight : {"Regular", "Medium", "SemiBold", "Bold"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/Inter-%1.otf").arg(QLatin1String{weight}));
    m_template = QString::fromUtf8(resource(QStringLiteral(":/theme/holdfast.qss.in")));
    readTokens();
    readColors();
}

void Theme::readTokens()
{
    const QJsonObject tokens = QJsonDocument::fromJson(resource(QStringLiteral(":/theme/tokens.json"))).object();
    const QJsonObject sizes = tokens.value(QLatin1String{"size"}).toObject();
    for (std::size_t i = 0; i < m_sizes.size(); ++i) {
        Q_ASSERT(sizes.contains(QLatin1String{sizeNames[i]}));
        m_sizes[i] = sizes.value(QLatin1String{sizeNames[i]}).toInt();
    }
    const QJsonObject types = tokens.value(QLatin1String{"type"}).toObject();
    for (std::size_t i = 0; i < m_types.size(); ++i) {
        const QJsonObject type = types.value(QLatin1String{typeNames[i]}).toObject();
        Q_ASSERT(!type.isEmpty());
        m_types[i] = {type.value(QLatin1String{"size"}).toInt(), type.value(QLatin1String{"line"}).toInt(),
                      type.value(QLatin1String{"weight"}).toInt(), type.value(QLatin1String{"spacing"}).toDouble()};
    }
    QStringList families;
    for (const auto& family : tokens.value(QLatin1String{"family"}).toArray())
        families.append(family.toString());
    m_families = families;
}

void Theme::readColors()
{
    const QJsonObject tokens = QJsonDocument::fromJson(resource(QStringLiteral(":/theme/tokens.json"))).object();
    const QJsonObject colors =
        tokens.value(m_scheme == Scheme::light ? QLatin1String{"light"} : QLatin1String{"dark"}).toObject();
    for (std::size_t i = 0; i < m_colors.size(); ++i) {
        m_colors[i] = readColor(colors.value(QLatin1String{colorNames[i]}).toString());
        Q_ASSERT(m_colors[i].isValid());
    }
}

void Theme::setAppearance(Appearance appearance)
{
    m_appearance = appearance;
    switch (appearance) {
    case Appearance::system: return setScheme(m_computer);
    case Appearance::light: return setScheme(Scheme::light);
    case Appearance::dark: return setScheme(Scheme::dark);
    }
}

void Theme::setScheme(Scheme scheme)
{
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    readColors();
    changed();
}

void Theme::setTextSize(int percent)
{
    const auto nearest = std::min_element(textSizes.begin(), textSizes.end(),
                                          [&](int a, int b) { return qAbs(a - percent) < qAbs(b - percent); });
    if (*nearest == m_textSize)
        return;
    m_textSize = *nearest;
    changed();
}

void Theme::biggerText()
{
    const auto next = std::upper_bound(textSizes.begin(), textSizes.end(), m_textSize);
    if (next != textSizes.end())
        setTextSize(*next);
}

void Theme::smallerText()
{
    const auto now = std::lower_bound(textSizes.begin(), textSizes.end(), m_textSize);
    if (now != textSizes.begin())
        setTextSize(*std::prev(now));
}

QColor Theme::text(Role role) const
{
    switch (role) {
    case Role::neutral: return color(Color::ink2);
    case Role::mh: return color(Color::mh);
    case Role::da: return color(Color::da);
    case Role::joint: return color(Color::joint);
    case Role::ok: return color(Color::ok);
    case Role::wait: return color(Color::wait);
    case Role::bounce: return color(Color::bounce);
    case Role::late: return color(Color::late);
    }
    return {};
}

QColor Theme::fill(Role role) const
{
    switch (role) {
    case Role::neutral: return color(Color::lineStrong);
    case Role::mh: return color(Color::mhFill);
    case Role::da: return color(Color::daFill);
    case Role::joint: return color(Color::jointFill);
    case Role::ok: return color(Color::ok);
    case Role::wait: return color(Color::wait);
    case Role::bounce: return color(Color::bounceFill);
    case Role::late: return color(Color::lateFill);
    }
    return {};
}

QColor Theme::tint(Role role) const
{
    switch (role) {
    case Role::neutral: return color(Color::hover);
    case Role::mh: return color(Color::mhTint);
    case Role::da: return color(Color::daTint);
    case Role::joint: return color(Color::jointTint);
    case Role::ok: return color(Color::okTint);
    case Role::wait: return color(Color::waitTint);
    case Role::bounce: return color(Color::bounceTint);
    case Role::late: return color(Color::lateTint);
    }
    return {};
}

QColor Theme::line(Role role) const
{
    switch (role) {
    case Role::neutral: return color(Color::line);
    case Role::mh: return color(Color::mhLine);
    case Role::da: return color(Color::daLine);
    case Role::joint: return color(Color::jointLine);
    case Role::ok: return color(Color::okLine);
    case Role::wait: return color(Color::waitLine);
    case Role::bounce: return color(Color::bounceLine);
    case Role::late: return color(Color::lateLine);
    }
    return {};
}

QString nameOf(Appearance appearance)
{
    return QLatin1String{appearanceNames[at(appearance)]};
}

Appearance appearanceNamed(const QString& name)
{
    const auto found = std::ranges::find(appearanceNames, name, [](const char* known) { return QLatin1String{known}; });
    return found == appearanceNames.end() ? Appearance::system
                                          : static_cast<Appearance>(found - appearanceNames.begin());
}

QFont Theme::font(Type type) const
{
    return font(type, m_types[at(type)].weight);
}

QFont Theme::font(Type type, int weight) const
{
    const TypeStyle& style = m_types[at(type)];
    QFont font;
    font.setFamilies(m_families);
    font.setPixelSize(px(style.size));
    // The bundled faces are static; 650 of the drawing is nearer to their bold in headings.
    font.setWeight(static_cast<QFont::Weight>(weight == 650 ? 700 : weight));
    font.setLetterSpacing(QFont::PercentageSpacing, 100 + style.spacing);
    return font;
}

int Theme::lineHeight(Type type) const
{
    return px(m_types[at(type)].line);
}

void Theme::paintIcon(QPainter& painter, QStringView name, const QRectF& rect, const QColor& color, qreal stroke) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.topLeft());
    painter.scale(rect.width() / iconGrid, rect.height() / iconGrid);
    painter.setBrush(Qt::NoBrush);
    for (const IconStroke& part : m_icons.shape(name)) {
        painter.setPen(QPen{color, part.width.value_or(stroke), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin});
        painter.drawPath(part.path);
    }
    painter.restore();
}

QIcon Theme::icon(const QString& name, Color token) const
{
    return QIcon{new ThemeIcon{*this, name, token}};
}

QString Theme::styleSheet() const
{
    QString sheet = m_template;
    QString tones;
    for (std::size_t i = 0; i < m_colors.size(); ++i) {
        const QString name = QLatin1String{colorNames[i]};
        sheet.replace(u'@' + name + u'@', cssColor(m_colors[i]));
        tones += QStringLiteral("QLabel[tone=\"%1\"] { color: %2; }\n").arg(name, cssColor(m_colors[i]));
    }
    QColor scroll = color(Color::lineStrong);
    scroll.setAlphaF(0.45F);
    sheet.replace(QLatin1String{"@scroll@"}, cssColor(scroll));
    sheet.replace(QLatin1String{"@tones@"}, tones);
    for (std::size_t i = 0; i < m_types.size(); ++i) {
        const TypeStyle& type = m_types[i];
        sheet.replace(QStringLiteral("@type-%1@").arg(QLatin1String{typeNames[i]}),
                      QStringLiteral("font-size: %1dp; font-weight: %2;")
                          .arg(type.size)
                          .arg(type.weight == 650 ? 700 : type.weight));
    }
    static const QRegularExpression drawn{QStringLiteral(R"((\d+)dp)")};
    QString scaled;
    qsizetype from = 0;
    for (auto match = drawn.globalMatch(sheet); match.hasNext();) {
        const auto number = match.next();
        scaled += QStringView{sheet}.mid(from, number.capturedStart() - from);
        scaled += QStringLiteral("%1px").arg(px(number.captured(1).toInt()));
        from = number.capturedEnd();
    }
    return scaled + sheet.mid(from);
}

Theme::~Theme()
{
    if (!m_style)
        return;
    m_application->setStyleSheet({});
    QApplication::setStyle(QStringLiteral("Fusion"));
}

void Theme::applyTo(QApplication& application)
{
    if (!m_application) {
        m_application = &application;
        m_style = new Style{*this};
        QApplication::setStyle(m_style);  // the application owns it
        new FocusRing{this};
    }
    QPalette palette;
    palette.setColor(QPalette::Window, color(Color::canvas));
    palette.setColor(QPalette::WindowText, color(Color::ink));
    palette.setColor(QPalette::Base, color(Color::surface));
    palette.setColor(QPalette::AlternateBase, color(Color::sunken));
    palette.setColor(QPalette::Text, color(Color::ink));
    palette.setColor(QPalette::Button, color(Color::surface));
    palette.setColor(QPalette::ButtonText, color(Color::ink));
    palette.setColor(QPalette::PlaceholderText, color(Color::ink3));
    palette.setColor(QPalette::Highlight, color(Color::jointFill));
    palette.setColor(QPalette::HighlightedText, color(Color::onFill));
    palette.setColor(QPalette::ToolTipBase, color(Color::ink));
    palette.setColor(QPalette::ToolTipText, color(Color::surface));
    palette.setColor(QPalette::Link, color(Color::joint));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Color::ink3));
    QApplication::setPalette(palette);
    QApplication::setFont(font(Type::body));
    application.setStyleSheet(styleSheet());
}

void Theme::changed()
{
    if (m_application)
        applyTo(*m_application);
    emit themeChanged();
}

}  // namespace holdfast::ui
