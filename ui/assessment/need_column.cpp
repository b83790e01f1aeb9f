#include "assessment/need_column.h"

#include "assessment/instrument_panel.h"
#include "assessment/substance_list.h"
#include "assessment/word_list.h"
#include "kindwords/guidance_sheet.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/icon_label.h"
#include "widgets/text.h"
#include "words/assessment_words.h"
#include "words/codes.h"

#include <QLineEdit>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

Lane laneOf(Need need)
{
    return need == Need::mentalHealth ? Lane::mentalHealth : Lane::substanceUse;
}

/// The forms that stay open from the start: the longest and best known of each need.
bool opensFirst(const Instrument& instrument)
{
    return instrument.id.text() == "PHQ-9" || instrument.id.text() == "AUDIT";
}

std::vector<const Instrument*> formsOf(const InstrumentSet& instruments, Need need)
{
    std::vector<const Instrument*> forms;
    for (const auto& instrument : instruments.all())
        if (instrument.need == need)
            forms.push_back(&instrument);
    std::stable_partition(forms.begin(), forms.end(), [](const auto* form) { return opensFirst(*form); });
    return forms;
}

}  // namespace

NeedColumn::NeedColumn(const Theme& theme, Need need, const InstrumentSet& instruments, QWidget* parent)
    : FormSection{theme, Step::twoNeeds, parent}, m_need{need}
{
    const Lane lane = laneOf(need);
    setRole(roleOf(lane));
    setAccessibleName(words(need));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(1, 1, 1, theme.px(12));
    column->setSpacing(0);

    m_head = new QWidget{this};
    auto* head = new QHBoxLayout{m_head};
    head->setContentsMargins(theme.px(14), 0, theme.px(14), 0);
    head->setSpacing(theme.px(8));
    const bool mental = need == Need::mentalHealth;
    const Color tone = mental ? Color::mh : Color::da;
    head->addWidget(new IconLabel{theme, mental ? QStringLiteral("mh") : QStringLiteral("da"), tone, 18, m_head});
    head->addWidget(strongLabel(words(need), Type::dense, tone, m_head));
    head->addStretch();
    auto* guidance =
        new Button{theme, tr("Guidance"), ButtonKind::link, QStringLiteral("guidance"), ButtonSize::small, m_head};
    guidance->setObjectName(QStringLiteral("guidance"));
    guidance->setAccessibleName(tr("Guidance cards: %1").arg(words(need)));
    connect(guidance, &QAbstractButton::clicked, this,
            [this] { openGuidance(this->theme(), GuidancePlace::assessment, scopeOf(m_need), *this); });
    head->addWidget(guidance);
    m_head->setFixedHeight(theme.px(34));
    column->addWidget(m_head);

    for (const auto* form : formsOf(instruments, need)) {
        auto* panel = new InstrumentPanel{theme, *form, this};
        panel->setOpen(opensFirst(*form));
        connect(panel, &InstrumentPanel::changed, this, &FormSection::changed);
        m_panels.push_back(panel);
        column->addWidget(panel);
    }
    column->addWidget(new Line{theme, Qt::Horizontal, Color::line, this});
    buildFinding(*column);
    column->addStretch();
}

void NeedColumn::buildFinding(QLayout& column)
{
    const bool mental = m_need == Need::mentalHealth;
    const QString code = text(nameOf(m_need));
    m_status = new Choice{mental ? tr("Is there a mental health need?") : tr("Is there a drug or alcohol need?"), this};
    for (const auto status : {NeedStatus::notAsked, NeedStatus::none, NeedStatus::possible, NeedStatus::present,
                              NeedStatus::met, NeedStatus::declinedByPerson})
        m_status->addChoice(words(status), static_cast<int>(status));
    m_severity = new Choice{tr("How much it affects daily life"), this};
    m_severity->addChoice(tr("Not judged yet"), -1);
    for (const auto severity : {Severity::none, Severity::mild, Severity::moderate, Severity::severe})
        m_severity->addChoice(words(severity), static_cast<int>(severity));

    auto* grid = new QWidget{this};
    auto* pair = new ColumnsLayout{theme(), 150, 2, grid};
    pair->setContentsMargins(theme().px(14), theme().px(10), theme().px(14), 0);
    auto* status = new FieldBox{theme(), tr("What was found"), m_status, {}, grid};
    m_severityField = new FieldBox{theme(), tr("Effect on daily life"), m_severity, {}, grid};
    pair->addWidget(status);
    pair->addWidget(m_severityField);
    addField(QStringLiteral("status.%1").arg(code), status);
    addField(QStringLiteral("severity.%1").arg(code), m_severityField);
    column.addWidget(grid);

    auto* named = new QWidget{this};
    auto* namedColumn = new QVBoxLayout{named};
    namedColumn->setContentsMargins(theme().px(14), theme().px(10), theme().px(14), 0);
    if (mental) {
        m_conditions = new WordList{theme(), tr("As said or diagnosed"), conditionSuggestions(), named};
        auto* field = new FieldBox{theme(), tr("As said or diagnosed"), m_conditions,
                                   tr("More than one is common, and names change over time."), named};
        addField(QStringLiteral("conditions"), field);
        namedColumn->addWidget(field);
        connect(m_conditions, &WordList::changed, this, &FormSection::changed);
    } else {
        m_substances = new SubstanceList{theme(), named};
        auto* field = new FieldBox{theme(), tr("What is used, each with its own pattern"), m_substances, {}, named};
        addField(QStringLiteral("substances"), field);
        namedColumn->addWidget(field);
        connect(m_substances, &SubstanceList::changed, this, &FormSection::changed);
    }
    column.addWidget(named);
    connect(m_status, &QComboBox::currentIndexChanged, this, &FormSection::changed);
    connect(m_severity, &QComboBox::currentIndexChanged, this, &FormSection::changed);
}

void NeedColumn::setSex(Sex sex)
{
    for (auto* panel : m_panels)
        panel->setSex(sex);
}

void NeedColumn::fill(const record::AssessmentForm& form)
{
    for (auto* panel : m_panels) {
        const auto found = form.answers.find(panel->instrument().id);
        panel->setAnswers(found == form.answers.end() ? std::vector<std::optional<int>>{} : found->second);
    }
    m_status->setValueQuietly(static_cast<int>(form.status[m_need]));
    const auto& severity = form.severity[m_need];
    m_severity->setValueQuietly(severity ? static_cast<int>(*severity) : -1);
    if (m_conditions != nullptr)
        m_conditions->setWords(form.conditions);
    if (m_substances != nullptr)
        m_substances->setSubstances(form.substances);
}

void NeedColumn::collect(record::AssessmentForm& form) const
{
    for (const auto* panel : m_panels) {
        auto answers = panel->answers();
        if (answers.empty())
            form.answers.erase(panel->instrument().id);
        else
            form.answers[panel->instrument().id] = std::move(answers);
    }
    form.status[m_need] = static_cast<NeedStatus>(m_status->value().toInt());
    const int severity = m_severity->value().toInt();
    form.severity[m_need] = severity < 0 ? std::nullopt : std::optional{static_cast<Severity>(severity)};
    if (m_conditions != nullptr)
        form.conditions = m_conditions->words();
    if (m_substances != nullptr)
        form.substances = m_substances->substances();
}

QWidget* NeedColumn::firstStop() const
{
    return m_panels.empty() ? static_cast<QWidget*>(m_status) : m_panels.front()->firstStop();
}

bool NeedColumn::safetyItemAnswered() const
{
    return std::any_of(m_panels.begin(), m_panels.end(), [](const auto* panel) { return panel->safetyItemAnswered(); });
}

void NeedColumn::markUnfinished(bool mark)
{
    for (auto* panel : m_panels)
        panel->markMissing(mark);
}

void NeedColumn::paintEvent(QPaintEvent* event)
{
    FormSection::paintEvent(event);
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const Role role = roleOf(laneOf(m_need));
    const qreal radius = theme().size(Size::radiusCard);
    QPainterPath shape;
    shape.addRoundedRect(crisp(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setClipPath(shape);
    const QRect head{0, 0, width(), m_head->geometry().bottom() + 1};
    painter.fillRect(head, theme().tint(role));
    painter.fillRect(QRect{0, head.bottom(), width(), 1}, theme().line(role));
    const int spine = theme().px(4);
    painter.fillRect(m_need == Need::mentalHealth ? QRect{0, 0, spine, head.height()}
                                                  : QRect{width() - spine, 0, spine, head.height()},
                     theme().fill(role));
}

}  // namespace holdfast::ui
