#include "widgets/tag.h"

#include "theme/theme.h"

#include <QCoreApplication>
#include <QPainter>

namespace holdfast::ui {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

/// Lengths of a tag as drawn.
struct Measures {
    int height;
    int before;
    int after;
    int gap;
    int icon;
    Type type;
};

Measures measuresOf(const TagLook& look)
{
    switch (look.density) {
    case TagLook::Density::normal:
        return {22, look.icon.isEmpty() ? 9 : 6, look.shape == TagLook::Shape::need ? 9 : 8, 5, 14, Type::small};
    case TagLook::Density::compact: return {18, 4, 6, 3, 12, Type::badge};
    case TagLook::Density::tiny: return {17, 4, 6, 3, 12, Type::small};
    }
    return {};
}

qreal widthOf(const QFont& font, const QString& text)
{
    return text.isEmpty() ? 0 : QFontMetricsF{font}.horizontalAdvance(text);
}

QString spoken(const TagLook& look)
{
    QString text = look.text;
    if (look.shape == TagLook::Shape::need && look.role == Role::mh)
        text = Words::tr("Mental health need");
    else if (look.shape == TagLook::Shape::need && look.role == Role::da)
        text = Words::tr("Drug and alcohol need");
    return look.detail.isEmpty() ? text : text + QStringLiteral(": ") + look.detail;
}

}  // namespace

TagLook needLook(Lane lane, const QString& detail)
{
    const bool mentalHealth = lane == Lane::mentalHealth;
    TagLook look;
    look.shape = TagLook::Shape::need;
    look.role = roleOf(lane);
    look.icon = mentalHealth ? QStringLiteral("mh") : QStringLiteral("da");
    look.text = mentalHealth ? Words::tr("MH") : Words::tr("D&A");
    look.detail = detail;
    return look;
}

TagLook jointLook(const QString& detail)
{
    TagLook look;
    look.shape = TagLook::Shape::need;
    look.role = Role::joint;
    look.icon = QStringLiteral("clasp");
    look.text = Words::tr("Joint");
    look.detail = detail;
    return look;
}

TagLook neutralLook(const QString& text)
{
    TagLook look;
    look.shape = TagLook::Shape::need;
    look.text = text;
    return look;
}

TagLook stateLook(TagState state, const QString& text)
{
    TagLook look;
    const auto fill = [&](Role role, const char* icon, const QString& word) {
        look.role = role;
        look.icon = QLatin1String{icon};
        look.text = text.isEmpty() ? word : text;
    };
    switch (state) {
    case TagState::held: fill(Role::joint, "clasp", Words::tr("Held")); break;
    case TagState::waiting: fill(Role::wait, "hourglass", Words::tr("Waiting")); break;
    case TagState::accepted: fill(Role::ok, "ok", Words::tr("Accepted")); break;
    case TagState::bounced: fill(Role::bounce, "bounce", Words::tr("Bounced")); break;
    case TagState::overdue: fill(Role::late, "clock", Words::tr("Overdue")); break;
    case TagState::crisis:
        fill(Role::late, "crisis", Words::tr("Crisis"));
        look.solid = true;
        break;
    case TagState::done: fill(Role::ok, "check", Words::tr("Done")); break;
    case TagState::asked: fill(Role::wait, "ok", Words::tr("Asked")); break;
    }
    return look;
}

QSize tagSize(const Theme& theme, const TagLook& look)
{
    const Measures m = measuresOf(look);
    qreal width = theme.px(m.before) + theme.px(m.after) + widthOf(theme.font(m.type, 600), look.text);
    if (!look.icon.isEmpty())
        width += theme.px(m.icon) + theme.px(m.gap);
    if (!look.detail.isEmpty())
        width += theme.px(m.gap) + widthOf(theme.font(m.type, 500), look.detail);
    return {qCeil(width), theme.px(m.height)};
}

void paintTag(QPainter& painter, const Theme& theme, const TagLook& look, const QRectF& rect)
{
    const Measures m = measuresOf(look);
    const QRectF box = crisp(rect);
    const qreal round = look.shape == TagLook::Shape::need ? box.height() / 2 : theme.size(Size::radiusTag);
    const QColor ink = look.solid ? theme.color(Color::onFill) : theme.text(look.role);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(look.solid ? theme.fill(look.role) : theme.line(look.role));
    painter.setBrush(look.solid ? theme.fill(look.role) : theme.tint(look.role));
    painter.drawRoundedRect(box, round, round);

    qreal x = rect.left() + theme.px(m.before);
    if (!look.icon.isEmpty()) {
        const qreal side = theme.px(m.icon);
        theme.paintIcon(painter, look.icon, QRectF{x, rect.center().y() - side / 2, side, side}, ink, 1.8);
        x += side + theme.px(m.gap);
    }
    painter.setPen(ink);
    const auto draw = [&](const QString& text, int weight) {
        const QFont font = theme.font(m.type, weight);
        painter.setFont(font);
        painter.drawText(QRectF{x, rect.top(), rect.right() - x, rect.height()}, Qt::AlignVCenter, text);
        x += widthOf(font, text) + theme.px(m.gap);
    };
    draw(look.text, 600);
    if (!look.detail.isEmpty())
        draw(look.detail, 500);
    painter.restore();
}

Tag::Tag(const Theme& theme, TagLook look, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
    setLook(std::move(look));
}

void Tag::setLook(TagLook look)
{
    m_look = std::move(look);
    setAccessibleName(spoken(m_look));
    updateGeometry();
    update();
}

QSize Tag::sizeHint() const
{
    return tagSize(m_theme, m_look);
}

void Tag::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    paintTag(painter, m_theme, m_look, rect());
}

NeedCell::NeedCell(const Theme& theme, QString mentalHealth, QString substanceUse, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_detail{std::move(mentalHealth), std::move(substanceUse)}
{
    setAccessibleName(Words::tr("Mental health: %1. Drugs and alcohol: %2").arg(m_detail[0], m_detail[1]));
    connect(&theme, &Theme::themeChanged, this, [this] {
        updateGeometry();
        update();
    });
}

void NeedCell::setInOneLine(bool oneLine)
{
    m_oneLine = oneLine;
    updateGeometry();
    update();
}

int NeedCell::pillWidth() const
{
    TagLook widest = needLook(Lane::substanceUse);
    widest.density = TagLook::Density::tiny;
    return qMax(m_theme.px(48), tagSize(m_theme, widest).width());
}

int NeedCell::width(Lane lane) const
{
    return pillWidth() + m_theme.px(5) + qCeil(widthOf(m_theme.font(Type::small, 500), detail(lane)));
}

QSize NeedCell::sizeHint() const
{
    const int mh = width(Lane::mentalHealth);
    const int da = width(Lane::substanceUse);
    return m_oneLine ? QSize{mh + da + m_theme.px(12), m_theme.px(17)} : QSize{qMax(mh, da), m_theme.px(36)};
}

QSize NeedCell::minimumSizeHint() const
{
    return {pillWidth() + m_theme.px(24), sizeHint().height()};
}

void NeedCell::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    const int pill = pillWidth();
    for (const Lane lane : {Lane::mentalHealth, Lane::substanceUse}) {
        const bool first = lane == Lane::mentalHealth;
        const int x = m_oneLine && !first ? width(Lane::mentalHealth) + m_theme.px(12) : 0;
        const int y = m_oneLine || first ? (m_oneLine ? 0 : (height() - m_theme.px(36)) / 2)
                                         : (height() - m_theme.px(36)) / 2 + m_theme.px(19);
        TagLook look = needLook(lane);
        look.density = TagLook::Density::tiny;
        paintTag(painter, m_theme, look, QRectF(x, y, pill, m_theme.px(17)));
        const QFont font = m_theme.font(Type::small, 500);
        const int textX = x + pill + m_theme.px(5);
        const int room = m_oneLine && first ? width(lane) - pill : QWidget::width() - textX;
        painter.setFont(font);
        painter.setPen(m_theme.color(Color::ink));
        painter.drawText(QRectF(textX, y, room, m_theme.px(17)), Qt::AlignVCenter,
                         QFontMetricsF{font}.elidedText(detail(lane), Qt::ElideRight, room));
    }
}

}  // namespace holdfast::ui
