#include "widgets/steps.h"

#include "theme/style.h"
#include "theme/theme.h"
#include "widgets/text.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

class Step final : public QAbstractButton {
public:
    Step(const Theme& theme, int number, const QString& name, QWidget* parent)
        : QAbstractButton{parent}, m_theme{theme}, m_number{number}
    {
        setText(name);
        setAttribute(Qt::WA_Hover);
        setFocusPolicy(Qt::StrongFocus);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setProperty(focusRadiusProperty, 14);
        connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
    }

    void setState(JumpList::State state, const QString& note)
    {
        m_state = state;
        setAccessibleName(note.isEmpty() ? text() : QStringLiteral("%1, %2").arg(text(), note));
        setToolTip(plainToolTip(note));
        updateGeometry();
        update();
    }
    JumpList::State state() const { return m_state; }

    QSize sizeHint() const override
    {
        const qreal words = QFontMetricsF{m_theme.font(Type::small, 600)}.horizontalAdvance(text());
        return {qCeil(words) + m_theme.px(18 + 6 + 16) + 1, m_theme.size(Size::chip)};
    }
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        const bool now = m_state == JumpList::State::now;
        const bool error = m_state == JumpList::State::error;
        const bool done = m_state == JumpList::State::done;
        if (now || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(now ? Color::jointTint : Color::hover));
            painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
        }
        const QColor ink = m_theme.color(error ? Color::late : now ? Color::joint : Color::ink2);
        const qreal side = m_theme.px(18);
        const QRectF disc{qreal(m_theme.px(8)), (height() - side) / 2, side, side};
        painter.setPen(QPen{m_theme.color(error         ? Color::lateFill
                                          : done || now ? Color::jointFill
                                                        : Color::lineStrong),
                            1.5});
        painter.setBrush(done ? m_theme.color(Color::jointFill) : QBrush{});
        painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75));
        if (done) {
            const qreal inset = m_theme.px(3);
            m_theme.paintIcon(painter, u"check", disc.adjusted(inset, inset, -inset, -inset),
                              m_theme.color(Color::onFill), 2.6);
        } else {
            painter.setFont(m_theme.font(Type::badge, 600));
            painter.setPen(ink);
            painter.drawText(disc, Qt::AlignCenter, error ? QStringLiteral("!") : QString::number(m_number));
        }
        painter.setFont(m_theme.font(Type::small, error || now ? 600 : 500));
        painter.setPen(ink);
        const qreal x = disc.right() + m_theme.px(6);
        painter.drawText(QRectF{x, 0, width() - x, qreal(height())}, Qt::AlignVCenter, text());
    }

private:
    const Theme& m_theme;
    int m_number;
    JumpList::State m_state = JumpList::State::toDo;
};

constexpr int stepGutter = 40;  // disc and gap

}  // namespace

JumpList::JumpList(const Theme& theme, QWidget* parent) : QWidget{parent}, m_theme{theme}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void JumpList::setSteps(const QStringList& names)
{
    qDeleteAll(m_steps);
    m_steps.clear();
    for (int i = 0; i < names.size(); ++i) {
        auto* step = new Step{m_theme, i + 1, names[i], this};
        layout()->addWidget(step);
        m_steps.append(step);
        connect(step, &QAbstractButton::clicked, this, [this, i] { emit jumped(i); });
        setState(i, State::toDo);
    }
}

void JumpList::setState(int index, State state, const QString& note)
{
    const auto said = [&]() -> QString {
        switch (state) {
        case State::toDo: return tr("to do");
        case State::now: return tr("here now");
        case State::done: return tr("done");
        case State::error: return tr("needs an answer");
        }
        return {};
    };
    static_cast<Step*>(m_steps.at(index))->setState(state, note.isEmpty() ? said() : note);
}

JumpList::State JumpList::state(int index) const
{
    return static_cast<Step*>(m_steps.at(index))->state();
}

StepRow::StepRow(const Theme& theme, Data step, QWidget* trailing, QWidget* parent)
    : QFrame{parent}, m_theme{theme}, m_data{std::move(step)}
{
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(theme.px(stepGutter), 0, 0, theme.px(m_data.last ? 0 : 12));
    row->setSpacing(theme.px(12));
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new RunLabel{theme, Type::dense, {{m_data.title, Color::ink, 600}}});
    if (!m_data.detail.isEmpty())
        words->addWidget(new RunLabel{theme, Type::dense, {{m_data.detail, Color::ink2}}});
    words->addStretch();
    row->addLayout(words, 1);
    if (trailing)
        row->addWidget(trailing, 0, Qt::AlignTop);
    setMinimumHeight(theme.px(m_data.last ? 30 : 40));
    setAccessibleName(m_data.title + QStringLiteral(". ") + m_data.detail);
    connect(&theme, &Theme::themeChanged, this, qOverload<>(&QWidget::update));
}

void StepRow::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal side = m_theme.px(28);
    const QColor line = m_theme.color(Color::jointLine);
    if (!m_data.last) {
        QPen pen{line, 2, m_data.certain ? Qt::SolidLine : Qt::CustomDashLine, Qt::FlatCap};
        if (!m_data.certain)
            pen.setDashPattern({2, 1.5});
        painter.setPen(pen);
        painter.drawLine(QPointF{side / 2, side}, QPointF(side / 2, height()));
    }
    const QRectF disc{0.75, 0.75, side - 1.5, side - 1.5};
    painter.setPen(QPen{m_data.now ? m_theme.color(Color::jointFill) : line, 1.5});
    painter.setBrush(m_theme.color(m_data.now ? Color::jointFill : Color::surface));
    painter.drawEllipse(disc);
    const qreal icon = m_theme.px(16);
    m_theme.paintIcon(painter, m_data.icon, QRectF{(side - icon) / 2, (side - icon) / 2, icon, icon},
                      m_theme.color(m_data.now ? Color::onFill : Color::joint));
}

ClockRing::ClockRing(const Theme& theme, int number, Role role, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_number{number}, m_role{role}
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::themeChanged, this, &QWidget::updateGeometry);
    setNumber(number, role);
}

void ClockRing::setNumber(int number, Role role)
{
    m_number = number;
    m_role = role;
    setAccessibleName(number == 1 ? tr("1 working day on the clock") : tr("%1 working days on the clock").arg(number));
    update();
}

QSize ClockRing::sizeHint() const
{
    return {m_theme.px(42), m_theme.px(42)};
}

void ClockRing::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal edge = m_theme.px(4);
    painter.setPen(QPen{m_theme.fill(m_role), edge});
    painter.setBrush(m_theme.color(Color::surface));
    painter.drawEllipse(QRectF{QPointF{}, QSizeF{sizeHint()}}.adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2));
    painter.setFont(m_theme.font(Type::h3, 700));
    painter.setPen(m_theme.color(Color::ink));
    painter.drawText(QRect{QPoint{}, sizeHint()}, Qt::AlignCenter, QString::number(m_number));
}

}  // namespace holdfast::ui
