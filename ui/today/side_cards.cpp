#include "today/side_cards.h"

#include "theme/theme.h"
#include "today/share_bar.h"
#include "widgets/icon_label.h"
#include "widgets/tag.h"
#include "widgets/text.h"

#include <QBoxLayout>

namespace holdfast::ui {
namespace {

class Swatch final : public QWidget {
public:
    Swatch(const Theme& theme, Color fill) : m_theme{theme}, m_fill{fill} { setFixedSize(theme.px(10), theme.px(10)); }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter{this};
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(m_fill));
        painter.drawRoundedRect(rect(), m_theme.px(3), m_theme.px(3));
    }

private:
    const Theme& m_theme;
    Color m_fill;
};

void addCount(QVBoxLayout& column, const Theme& theme, Color fill, const QString& words, int count)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    row->addWidget(new Swatch{theme, fill});
    row->addWidget(plainLabel(words, Type::dense), 1);
    row->addWidget(strongLabel(QString::number(count), Type::dense));
    column.addLayout(row);
}

void addProof(QVBoxLayout& column, const Theme& theme, bool good, const QString& words)
{
    auto* row = new QHBoxLayout;
    row->setSpacing(theme.px(8));
    row->addWidget(new IconLabel{theme, good ? QStringLiteral("ok") : QStringLiteral("alert"),
                                 good ? Color::ok : Color::late, 16});
    row->addWidget(good ? plainLabel(words, Type::dense) : strongLabel(words, Type::dense), 1);
    column.addLayout(row);
}

QVBoxLayout* columnOf(QWidget* card, const Theme& theme)
{
    auto* column = new QVBoxLayout{card};
    const int padding = theme.size(Size::cardPadding);
    column->setContentsMargins(padding, padding, padding, padding);
    column->setSpacing(theme.px(6));
    return column;
}

}  // namespace

HeldCard::HeldCard(const Theme& theme, const app::HeldSummary& held, app::Scope scope, QWidget* parent)
    : Card{theme, parent}
{
    setObjectName(QStringLiteral("heldCard"));
    auto* column = columnOf(this, theme);
    auto* head = new QHBoxLayout;
    const QString title = scope == app::Scope::mine   ? tr("Held by you")
                          : scope == app::Scope::team ? tr("Held by your team")
                                                      : tr("Held by everyone");
    head->addWidget(strongLabel(title, Type::h3), 1);
    const QString people = held.people == 1 ? tr("1 person") : tr("%1 people").arg(held.people);
    head->addWidget(new Tag{theme, stateLook(TagState::held, people)});
    column->addLayout(head);
    column->addWidget(plainLabel(tr("Each needs a lead and a date."), Type::small, Color::ink3));

    const QList<ShareBar::Part> parts{{static_cast<double>(held.bothAccepted), Color::jointFill},
                                      {static_cast<double>(held.oneOpen), Color::jointLine},
                                      {static_cast<double>(held.waitingOnBoth), Color::waitLine}};
    auto* bar = new ShareBar{theme, 12, parts};
    bar->setAccessibleName(tr("%1 both accepted, %2 one accepted, %3 both waiting")
                               .arg(held.bothAccepted)
                               .arg(held.oneOpen)
                               .arg(held.waitingOnBoth));
    column->addSpacing(theme.px(4));
    column->addWidget(bar);
    addCount(*column, theme, Color::jointFill, tr("Both services accepted"), held.bothAccepted);
    addCount(*column, theme, Color::jointLine, tr("One accepted, one open"), held.oneOpen);
    addCount(*column, theme, Color::waitLine, tr("Waiting on both"), held.waitingOnBoth);
    column->addSpacing(theme.px(4));
    column->addWidget(new Line{theme});
    addProof(*column, theme, held.withoutLead == 0,
             held.withoutLead == 0 ? tr("All %1 have a named lead").arg(held.people)
                                   : tr("%1 without a lead").arg(held.withoutLead));
    addProof(*column, theme, held.withoutDate == 0,
             held.withoutDate == 0 ? tr("All %1 have a next date").arg(held.people)
                                   : tr("%1 without a next date").arg(held.withoutDate));
}

ClocksCard::ClocksCard(const Theme& theme, const std::vector<ClockView>& clocks, QWidget* parent) : Card{theme, parent}
{
    setObjectName(QStringLiteral("clocksCard"));
    auto* column = columnOf(this, theme);
    column->addWidget(strongLabel(tr("Clocks running"), Type::h3));
    for (std::size_t i = 0; i < clocks.size(); ++i) {
        const ClockView& clock = clocks[i];
        if (i > 0)
            column->addWidget(new Line{theme});
        auto* row = new QHBoxLayout;
        row->setSpacing(theme.px(6));
        row->addWidget(new IconLabel{theme, clock.icon, clock.tone, 16});
        auto* name = new ElidedLabel{clock.name, Type::dense};
        name->setProperty("weight", QStringLiteral("medium"));
        row->addWidget(name, 1);
        row->addWidget(strongLabel(clock.left, Type::dense, clock.tone == Color::late ? Color::late : Color::ink));
        column->addLayout(row);
        if (clock.elapsed) {
            auto* bar = new ShareBar{theme, 6, {{*clock.elapsed, clock.fill}, {1.0 - *clock.elapsed, Color::line}}};
            bar->setAccessibleName(tr("%1 per cent of the time has gone").arg(qRound(*clock.elapsed * 100)));
            column->addWidget(bar);
        }
        column->addWidget(new ElidedLabel{clock.detail, Type::small, Color::ink3});
    }
}

QWidget* heldLine(const Theme& theme, const app::HeldSummary& held, app::Scope scope)
{
    auto* line = new QWidget;
    line->setObjectName(QStringLiteral("heldLine"));
    auto* row = new QHBoxLayout{line};
    row->setContentsMargins({});
    row->setSpacing(theme.px(6));
    const auto add = [&](const QString& icon, Color tone, const QString& words, bool strong) {
        row->addWidget(new IconLabel{theme, icon, tone, 16});
        const Color ink = strong ? tone : Color::ink2;
        row->addWidget(strong ? strongLabel(words, Type::dense, ink) : plainLabel(words, Type::dense, ink));
        row->addSpacing(theme.px(10));
    };
    const QString people = scope == app::Scope::mine ? HeldCard::tr("%1 held by you").arg(held.people)
                                                     : HeldCard::tr("%1 held").arg(held.people);
    add(QStringLiteral("clasp"), Color::joint, people, true);
    add(held.withoutLead == 0 ? QStringLiteral("ok") : QStringLiteral("alert"),
        held.withoutLead == 0 ? Color::ink2 : Color::late,
        held.withoutLead == 0 ? HeldCard::tr("All have a lead")
                              : HeldCard::tr("%1 without a lead").arg(held.withoutLead),
        held.withoutLead != 0);
    add(held.withoutDate == 0 ? QStringLiteral("ok") : QStringLiteral("alert"),
        held.withoutDate == 0 ? Color::ink2 : Color::late,
        held.withoutDate == 0 ? HeldCard::tr("All have a next date")
                              : HeldCard::tr("%1 without a next date").arg(held.withoutDate),
        held.withoutDate != 0);
    row->addStretch();
    return line;
}

}  // namespace holdfast::ui
