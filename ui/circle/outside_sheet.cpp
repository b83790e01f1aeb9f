#include "circle/outside_sheet.h"

#include "async/desk.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/columns_layout.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/segmented_control.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/share_words.h"

#include <QBoxLayout>
#include <QCheckBox>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 680;
constexpr int topicWidth = 180;

}  // namespace

OutsideSheet::OutsideSheet(const Theme& theme, Desk& desk, const Person& person, const Circle& circle, QWidget& window)
    : DialogSheet{theme, tr("Share outside the consent, today"), sheetWidth, window},
      m_desk{desk},
      m_person{person},
      m_command{desk.newCommand()},
      m_lines{circle.consents.lines},
      m_why{theme, desk, QStringLiteral("outside")}
{
    setObjectName(QStringLiteral("outsideSheet"));
    setSubtitle(text(displayName(person)));
    auto* column = addColumn(12);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(new RunLabel{theme,
                                   Type::dense,
                                   {{tr("It holds for today, for these topics and nobody else. The reason is kept with "
                                        "your name, and the person can ask for it."),
                                     Color::ink2}}});
    m_with = new Choice{tr("With whom")};
    m_with->setObjectName(QStringLiteral("outsideWith"));
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const auto& carers = circle.carers.carers;
        const auto carer =
            std::ranges::find(carers, m_lines[i].carer, [](const app::CarerView& each) { return each.carer.id; });
        const bool named = m_lines[i].with == ShareKind::carer && carer != carers.end();
        m_with->addChoice(named ? carerTitle(*carer) : words(m_lines[i].with), static_cast<int>(i));
    }
    m_with->setCurrentIndex(0);
    column->addWidget(new FieldBox{theme, tr("With whom"), m_with});
    m_why.grounds->setCurrent(desk.may(app::Action::overrideConsent) ? 1 : 0);
    column->addWidget(m_why.grounds, 0, Qt::AlignLeft);
    addTopics(*column);
    connect(m_why.text, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
    column->addWidget(m_why.box);
    column->addStretch(1);
    addCancel(tr("Cancel"));
    m_save = addPrimary(tr("Record and share"));
    connect(m_save, &QPushButton::clicked, this, &OutsideSheet::save);
}

void OutsideSheet::addTopics(QVBoxLayout& column)
{
    column.addWidget(strongLabel(tr("What is shared"), Type::dense));
    auto* grid = new QWidget;
    auto* columns = new ColumnsLayout{theme(), topicWidth, 3, grid};
    for (const CarerTopic topic : allCarerTopics) {
        auto* tick = new QCheckBox{shortWords(topic)};
        connect(tick, &QCheckBox::toggled, this, [this] { setUnsaved(true); });
        m_topics[topic] = tick;
        columns->addWidget(tick);
    }
    column.addWidget(grid);
    m_topicsError = new RunLabel{theme(), Type::small, {{tr("Tick what is shared."), Color::late, 600}}};
    m_topicsError->hide();
    column.addWidget(m_topicsError);
}

void OutsideSheet::save()
{
    m_problem->hide();
    const app::ConsentLine& line = m_lines.at(static_cast<std::size_t>(m_with->value().toInt()));
    app::ExceptionInput input;
    input.person = m_person.id;
    input.with = line.with;
    input.carer = line.carer;
    for (const auto& [topic, tick] : m_topics)
        if (tick->isChecked())
            input.topics.push_back(topic);
    input.command = m_command;
    m_topicsError->setVisible(input.topics.empty());
    const bool written = m_why.into(input);
    if (input.topics.empty())
        return;
    if (!written)
        return m_why.text->setFocus();
    m_save->setBusy(true);
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.consents.shareOutside(session, input); },
        [this, with = m_with->currentText()](const Result<ShareExceptionId>& made) {
            m_save->setBusy(false);
            if (!made)
                return explain(made.error());
            setUnsaved(false);
            emit shared(with);
            accept();
        });
}

void OutsideSheet::explain(const Error& error)
{
    m_problem->setText(words(error));
    m_problem->show();
}

}  // namespace holdfast::ui
