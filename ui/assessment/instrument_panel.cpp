#include "assessment/instrument_panel.h"

#include "theme/theme.h"
#include "widgets/assessment_widgets.h"
#include "widgets/buttons.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

Lane laneOf(Need need)
{
    return need == Need::mentalHealth ? Lane::mentalHealth : Lane::substanceUse;
}

TagLook bandLook(const QString& words)
{
    TagLook look;
    look.role = Role::wait;
    look.icon = QStringLiteral("signal");
    look.text = words;
    return look;
}

}  // namespace

InstrumentPanel::InstrumentPanel(const Theme& theme, const Instrument& instrument, QWidget* parent)
    : QWidget{parent}, m_theme{theme}, m_instrument{instrument}
{
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildHead(*column);

    m_items = new QWidget{this};
    column->addWidget(m_items);
    buildRows();

    m_foot = new QWidget{this};
    auto* foot = new QHBoxLayout{m_foot};
    foot->setContentsMargins(theme.px(14), 0, theme.px(8), 0);
    foot->setSpacing(theme.px(4));
    m_summary = new RunLabel{theme, Type::dense, {}, m_foot};
    m_summary->setWordWrap(false);
    foot->addWidget(m_summary, 1);
    m_clear = new Button{theme, tr("Clear"), ButtonKind::quiet, {}, ButtonSize::small, m_foot};
    m_clear->setAccessibleName(tr("Clear the answers of %1").arg(text(m_instrument.id.text())));
    foot->addWidget(m_clear);
    m_toggle = new Button{theme, tr("Open"), ButtonKind::quiet, {}, ButtonSize::small, m_foot};
    foot->addWidget(m_toggle);
    column->addWidget(m_foot);

    connect(m_toggle, &QPushButton::clicked, this, [this] {
        setOpen(!m_open);
        if (m_open)
            firstStop()->setFocus(Qt::TabFocusReason);
    });
    connect(m_clear, &QPushButton::clicked, this, [this] {
        for (auto* row : m_rows)
            row->setAnswer(std::nullopt);
        rescore();
        emit changed();
    });
    setOpen(false);
    rescore();
}

void InstrumentPanel::buildHead(QVBoxLayout& column)
{
    m_head = new QWidget{this};
    auto* head = new QHBoxLayout{m_head};
    head->setContentsMargins(m_theme.px(14), m_theme.px(8), m_theme.px(14), m_theme.px(6));
    head->setSpacing(m_theme.px(14));
    auto* left = new QVBoxLayout;
    left->setSpacing(0);
    left->addWidget(plainLabel(tr("%1, %2").arg(text(m_instrument.id.text()), text(m_instrument.recall)), Type::small,
                               Color::ink3, m_head));
    auto* figures = new QHBoxLayout;
    figures->setSpacing(m_theme.px(6));
    m_total = strongLabel({}, Type::h1, Color::ink, m_head);
    m_of = plainLabel({}, Type::small, Color::ink3, m_head);
    figures->addWidget(m_total);
    figures->addWidget(m_of, 0, Qt::AlignBottom);
    figures->addStretch();
    left->addLayout(figures);
    head->addLayout(left);

    auto* right = new QVBoxLayout;
    right->setSpacing(m_theme.px(4));
    m_band = new Tag{m_theme, bandLook({}), m_head};
    right->addWidget(m_band, 0, Qt::AlignRight);
    m_scale = new ScoreBand{m_theme, laneOf(m_instrument.need), m_head};
    QList<ScoreBand::Band> bands;
    for (const auto& band : m_instrument.bands)
        bands.append({band.from, plainWords(band.name)});
    m_scale->setBands(text(m_instrument.id.text()), bands, m_instrument.maximum);
    m_scale->setVisible(!bands.isEmpty());
    right->addWidget(m_scale);
    head->addLayout(right, 1);
    column.addWidget(m_head);
}

void InstrumentPanel::buildRows()
{
    auto* column = new QVBoxLayout{m_items};
    column->setContentsMargins(m_theme.px(14), 0, m_theme.px(14), m_theme.px(6));
    column->setSpacing(0);
    int number = m_instrument.items.empty() || !m_instrument.items.front().gate ? 1 : 0;
    for (const auto& item : m_instrument.items) {
        QList<ScaleRow::Option> options;
        for (std::size_t i = 0; i < item.options.size(); ++i)
            options.append({item.options[i], text(item.optionLabels[i])});
        QString topic = plainWords(item.label);
        if (!item.scored)
            topic = tr("%1 (not scored)").arg(topic);
        auto* row = new ScaleRow{m_theme, laneOf(m_instrument.need), number++, topic, options, m_items};
        if (!m_rows.empty())
            m_rows.back()->setNext(row);
        connect(row, &ScaleRow::answered, this, [this] {
            rescore();
            emit changed();
        });
        m_rows.push_back(row);
        column->addWidget(row);
    }
}

void InstrumentPanel::setSex(Sex sex)
{
    m_sex = sex;
    rescore();
}

void InstrumentPanel::setAnswers(const std::vector<std::optional<int>>& answers)
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setAnswer(i < answers.size() ? answers[i] : std::nullopt);
    rescore();
}

std::vector<std::optional<int>> InstrumentPanel::answers() const
{
    if (!isStarted())
        return {};
    std::vector<std::optional<int>> answers;
    for (const auto* row : m_rows)
        answers.push_back(row->answer());
    while (!answers.empty() && !answers.back() && m_instrument.items[answers.size() - 1].optional)
        answers.pop_back();
    return answers;
}

bool InstrumentPanel::isStarted() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [](const auto* row) { return row->answer().has_value(); });
}

bool InstrumentPanel::safetyItemAnswered() const
{
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        if (m_instrument.items[i].safety && m_rows[i]->answer().value_or(0) > 0)
            return true;
    return false;
}

void InstrumentPanel::setOpen(bool open)
{
    m_open = open;
    m_head->setVisible(open);
    m_items->setVisible(open);
    m_summary->setVisible(true);
    m_toggle->setText(open ? tr("Close") : tr("Open"));
    m_toggle->setAccessibleName((open ? tr("Close %1") : tr("Open %1")).arg(text(m_instrument.id.text())));
    rescore();
    updateGeometry();
    update();
}

void InstrumentPanel::markMissing(bool mark)
{
    const bool started = isStarted();
    for (std::size_t i = 0; i < m_rows.size(); ++i)
        m_rows[i]->setMissing(mark && started && !m_instrument.items[i].optional && !m_rows[i]->answer());
}

QWidget* InstrumentPanel::firstStop() const
{
    if (!m_open || m_rows.empty())
        return m_toggle;
    for (auto* row : m_rows)
        if (!row->answer())
            return row;
    return m_rows.front();
}

InstrumentScore InstrumentPanel::scored() const
{
    return score(m_instrument, answers(), m_sex);
}

QString InstrumentPanel::readingWords(const InstrumentScore& score) const
{
    const auto words = [](const InstrumentReading& reading) -> QString {
        if (!reading.band.empty())
            return text(reading.band);
        if (!reading.positive)
            return {};
        return *reading.positive ? tr("at or above the cut-off") : tr("below the cut-off");
    };
    if (score.female && score.male) {
        const QString female = words(*score.female);
        const QString male = words(*score.male);
        return female == male ? female : tr("%1 for women, %2 for men").arg(female, male);
    }
    return words(score.reading);
}

QString InstrumentPanel::summary() const
{
    const QString id = text(m_instrument.id.text());
    if (!isStarted())
        return tr("%1 not filled in").arg(id);
    const auto score = scored();
    if (!score.total)
        return tr("%1, %2 to answer").arg(id).arg(score.missing);
    const QString reading = readingWords(score);
    const QString figure = tr("%1 %2 of %3").arg(id).arg(*score.total).arg(m_instrument.maximum);
    return reading.isEmpty() ? figure : tr("%1, %2").arg(figure, reading);
}

void InstrumentPanel::rescore()
{
    if (m_toggle == nullptr)
        return;
    const bool started = isStarted();
    const auto score = started ? scored() : InstrumentScore{};
    m_total->setText(score.total ? QString::number(*score.total) : QStringLiteral("–"));
    m_of->setText(started && score.missing > 0 ? tr("of %1, %2 to answer").arg(m_instrument.maximum).arg(score.missing)
                                               : tr("of %1").arg(m_instrument.maximum));
    const QString reading = started && score.total ? readingWords(score) : QString{};
    m_band->setLook(bandLook(plainWords(reading.toStdString())));
    m_band->setVisible(!reading.isEmpty());
    m_scale->setScore(started ? score.total : std::nullopt);

    const QString id = text(m_instrument.id.text());
    const QString all = summary();
    if (m_open)
        m_summary->setRuns({{tr("A score is a screen, not a diagnosis."), Color::ink3}});
    else
        m_summary->setRuns({{id, Color::ink, 600}, {all.mid(id.size()), Color::ink2}});
    m_clear->setVisible(m_open && started);
    m_head->setAccessibleName(all);
}

void InstrumentPanel::paintEvent(QPaintEvent*)
{
    QPainter painter{this};
    const QRect foot = m_foot->geometry();
    painter.fillRect(foot, m_theme.color(Color::sunken));
    painter.fillRect(QRect{0, foot.top(), width(), 1}, m_theme.color(Color::line));
}

}  // namespace holdfast::ui
