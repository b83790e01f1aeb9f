#include "restricted/emergency_sheet.h"

#include "async/desk.h"
#include "restricted/restricted_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int emergencyWidth = 560;
constexpr int whyLines = 3;

}  // namespace

EmergencySheet::EmergencySheet(const Theme& theme, Desk& desk, QWidget& window)
    : DialogSheet{theme, tr("Open a restricted record"), emergencyWidth, window}, m_desk{desk}
{
    setObjectName(QStringLiteral("emergencySheet"));
    QVBoxLayout* column = addColumn(14);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    column->addWidget(m_problem);
    column->addWidget(new RunLabel{
        theme,
        Type::dense,
        {{tr("Only in an emergency. "), Color::ink, 600},
         {tr("It stays open for %n minutes. Your name, the time and your reason are kept, a supervisor reads them, and "
             "the person is told when they ask who has looked.",
             nullptr, static_cast<int>(emergencyLasts.count())),
          Color::ink2}}});
    m_number = new QLineEdit;
    m_number->setObjectName(QStringLiteral("emergencyNumber"));
    m_numberField = new FieldBox{theme, tr("NHS number"), m_number, tr("Or the whole name and the date of birth")};
    column->addWidget(m_numberField);
    m_name = new QLineEdit;
    m_name->setObjectName(QStringLiteral("emergencyName"));
    column->addWidget(new FieldBox{theme, tr("Whole name"), m_name});
    m_born = new DayEdit{theme, tr("Date of birth"), londonDate(desk.clock().now())};
    m_born->setObjectName(QStringLiteral("emergencyBorn"));
    column->addWidget(new FieldBox{theme, tr("Date of birth"), m_born});
    m_reason = new GrowingText{theme, tr("Why you need it now"), whyLines, whyLines * 2};
    m_reason->setObjectName(QStringLiteral("emergencyReason"));
    m_reasonField = new FieldBox{theme, tr("Why you need it now"), m_reason};
    column->addWidget(m_reasonField);
    column->addStretch(1);
    footer()->addStretch(1);
    addCancel(tr("Cancel"));
    m_open = addPrimary(tr("Open the record"), QStringLiteral("unlock"));
    m_open->setObjectName(QStringLiteral("emergencyOpen"));
    connect(m_open, &Button::clicked, this, &EmergencySheet::act);
}

void EmergencySheet::act()
{
    app::EmergencyInput input;
    input.nhsNumber = m_number->text().toStdString();
    input.name = m_name->text().toStdString();
    input.born = m_born->day();
    input.reason = m_reason->toPlainText().trimmed().toStdString();
    input.command = m_desk.newCommand();
    m_problem->hide();
    m_reasonField->setError({});
    m_numberField->setError({});
    m_open->setBusy(true);
    using Opened = Result<std::optional<Emergency>>;
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.restrictions.open(session, input); },
        [this](const Opened& done) {
            m_open->setBusy(false);
            if (!done)
                return explain(done.error());
            if (!*done) {
                m_problem->setText(tr("No restricted record fits exactly."),
                                   tr(" Check what you typed, or look under People: you may see the person already. "
                                      "The attempt was noted."));
                return m_problem->show();
            }
            emit opened((*done)->person);
            accept();
        });
}

void EmergencySheet::explain(const Error& error)
{
    if (error.where == "reason")
        m_reasonField->setError(tr("Write why, in a sentence"));
    else if (error.where == "who")
        m_numberField->setError(tr("Type the NHS number, or the whole name and the date of birth"));
    else {
        m_problem->setText(restrictionWords(error));
        m_problem->show();
    }
}

}  // namespace holdfast::ui
