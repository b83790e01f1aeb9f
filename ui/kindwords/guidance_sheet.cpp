#include "kindwords/guidance_sheet.h"

#include "app/kind_words.h"
#include "theme/theme.h"
#include "widgets/cards.h"
#include "widgets/segmented_control.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 860;

Role roleOf(NeedScope about)
{
    switch (about) {
    case NeedScope::mentalHealth: return Role::mh;
    case NeedScope::substanceUse: return Role::da;
    case NeedScope::both: return Role::joint;
    }
    return Role::neutral;
}

}  // namespace

QString markWords(GuidanceMark mark)
{
    switch (mark) {
    case GuidanceMark::verified: return GuidanceSheet::tr("Read in the publisher's own text");
    case GuidanceMark::secondary: return GuidanceSheet::tr("Known through somebody else's account of it");
    case GuidanceMark::told: return GuidanceSheet::tr("What people told; not a guideline");
    }
    return {};
}

GuidanceSheet::GuidanceSheet(const Theme& theme, GuidancePlace place, NeedScope about, QWidget& window)
    : DialogSheet{theme, tr("Guidance cards"), sheetWidth, window}, m_place{place}, m_about{about}
{
    setObjectName(QStringLiteral("guidanceSheet"));
    setSubtitle(tr("Short, with the source of each."), tr(" They do not replace your own judgement."));
    auto* column = addColumn(12);
    m_which =
        new SegmentedControl{theme, tr("About"), {tr("Both needs"), tr("Mental health"), tr("Drugs and alcohol")}};
    m_which->setObjectName(QStringLiteral("guidanceAbout"));
    m_which->setCurrent(about == NeedScope::both ? 0 : about == NeedScope::mentalHealth ? 1 : 2);
    connect(m_which, &SegmentedControl::chosen, this, &GuidanceSheet::fill);
    column->addWidget(m_which, 0, Qt::AlignLeft);
    auto* across = new QHBoxLayout;
    across->setSpacing(theme.px(16));
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("guidanceList"));
    m_list->setAccessibleName(tr("Cards"));
    m_list->setWordWrap(true);
    m_list->setSpacing(theme.px(4));
    m_list->setMinimumHeight(theme.px(340));
    connect(m_list, &QListWidget::currentRowChanged, this, &GuidanceSheet::choose);
    across->addWidget(m_list, 2);
    m_card = new QWidget;
    new QVBoxLayout{m_card};
    m_card->layout()->setContentsMargins(0, 0, 0, 0);
    across->addWidget(m_card, 3);
    column->addLayout(across, 1);
    addCancel(tr("Close"));
    fill();
}

void GuidanceSheet::fill()
{
    static constexpr std::array scopes{NeedScope::both, NeedScope::mentalHealth, NeedScope::substanceUse};
    m_about = scopes.at(static_cast<std::size_t>(m_which->current()));
    m_shown = guidanceFor(app::KindWords::guidance(), m_place, m_about);
    if (m_about != NeedScope::both)
        std::erase_if(m_shown,
                      [&](const GuidanceCard& card) { return card.about != NeedScope::both && card.about != m_about; });
    const QSignalBlocker quiet{m_list};
    m_list->clear();
    for (const GuidanceCard& card : m_shown) {
        auto* item = new QListWidgetItem{text(card.title), m_list};
        item->setFont(theme().font(Type::dense));
    }
    m_list->setCurrentRow(m_shown.empty() ? -1 : 0);
    choose(m_list->currentRow());
}

void GuidanceSheet::choose(int row)
{
    clearLayout(*m_card->layout());
    if (row < 0 || row >= static_cast<int>(m_shown.size()))
        return;
    const GuidanceCard& shown = m_shown[static_cast<std::size_t>(row)];
    auto* card = new Card{theme()};
    card->setObjectName(QStringLiteral("guidanceCard"));
    card->setRole(roleOf(shown.about), Card::Spine::left);
    card->setAccessibleName(text(shown.title));
    auto* column = new QVBoxLayout{card};
    column->setContentsMargins(theme().px(18), theme().px(14), theme().px(16), theme().px(14));
    column->setSpacing(theme().px(10));
    auto* title = new RunLabel{theme(), Type::h3};
    title->setText(text(shown.title), Color::ink, 600);
    column->addWidget(title);
    for (const std::string& line : shown.lines) {
        auto* label = new RunLabel{theme(), Type::body};
        label->setText(text(line));
        column->addWidget(label);
    }
    auto* source = new RunLabel{theme(), Type::small};
    source->setRuns({{tr("Source: "), Color::ink2, 600}, {text(shown.source), Color::ink2}});
    column->addWidget(source);
    auto* mark = new RunLabel{theme(), Type::small};
    mark->setObjectName(QStringLiteral("guidanceMark"));
    mark->setRuns({{tr("How sure: "), Color::ink2, 600}, {sentence(markWords(shown.mark)), Color::ink2}});
    column->addWidget(mark);
    auto* outer = static_cast<QVBoxLayout*>(m_card->layout());
    outer->addWidget(card);
    outer->addStretch();
}

void openGuidance(const Theme& theme, GuidancePlace place, NeedScope about, QWidget& from)
{
    auto* sheet = new GuidanceSheet{theme, place, about, *from.window()};
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

}  // namespace holdfast::ui
