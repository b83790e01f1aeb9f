#include "restricted/restrict_sheet.h"

#include "async/desk.h"
#include "restricted/restricted_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QCheckBox>
#include <QVBoxLayout>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int restrictWidth = 640;
constexpr int reasonLines = 3;

bool has(const std::vector<WorkerId>& workers, const WorkerId& worker)
{
    return std::ranges::find(workers, worker) != workers.end();
}

}  // namespace

RestrictSheet::RestrictSheet(const Theme& theme, Desk& desk, const Person& person, QWidget& window)
    : DialogSheet{theme, tr("Who may see this record"), restrictWidth, window},
      m_desk{desk},
      m_person{person.id},
      m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("restrictSheet"));
    setSubtitle(text(displayName(person)));
    m_column = addColumn(12);
    m_problem = new Banner{theme, Banner::Kind::stop};
    m_problem->hide();
    m_column->addWidget(m_problem);
    m_intro = new RunLabel{theme, Type::dense, {{tr("Looking it up ..."), Color::ink2}}};
    m_column->addWidget(m_intro);
    footer()->addStretch(1);
    addCancel(tr("Close"));
    if (desk.may(app::Action::restrictPeople)) {
        m_lift = addSecondary(tr("Lift the restriction"));
        m_lift->setObjectName(QStringLiteral("liftRestriction"));
        m_lift->hide();
        m_save = addPrimary(tr("Restrict"), QStringLiteral("lock"));
        m_save->setObjectName(QStringLiteral("saveRestriction"));
        m_save->setEnabled(false);
        connect(m_lift, &Button::clicked, this, [this] { decide(false); });
        connect(m_save, &Button::clicked, this, [this] { decide(true); });
    }
    desk.ask(
        this,
        [id = m_person](UseCases& use, const app::Session& session) { return use.restrictions.state(session, id); },
        [this](const Result<app::RestrictionState>& state) { show(state); });
}

void RestrictSheet::show(const Result<app::RestrictionState>& state)
{
    if (!state) {
        m_intro->hide();
        return explain(state.error());
    }
    m_intro->setRuns(
        {{state->restricted() ? tr("Only those named see this person. ")
                              : tr("Everybody here sees this "
                                   "person. "),
          Color::ink, 600},
         {tr("For a colleague or a relative, name who may see the record. For everybody else the person is "
             "in no list, search or export; in an emergency they open it for an hour, with a reason that "
             "a supervisor reads. Figures of reports still count them."),
          Color::ink2}});
    if (m_save != nullptr) {
        addNames(*state);
        m_save->setText(state->restricted() ? tr("Save the names") : tr("Restrict"));
        m_save->setEnabled(true);
        m_lift->setVisible(state->restricted());
    }
    addHistory(*state);
}

void RestrictSheet::addNames(const app::RestrictionState& state)
{
    m_column->addWidget(strongLabel(tr("Who may see it"), Type::dense));
    auto* names = new QVBoxLayout;
    names->setSpacing(theme().px(6));
    for (const Worker& worker : state.workers) {
        const bool holds = has(state.holders, worker.id);
        QString name = text(worker.name) + QStringLiteral(", ") + words(worker.role).toLower();
        if (holds)
            name += tr(" (works with the person)");
        auto* tick = new QCheckBox{name.replace(QLatin1Char('&'), QStringLiteral("&&"))};
        tick->setObjectName(QStringLiteral("may:") + text(worker.id.text()));
        tick->setChecked(state.restricted() ? has(state.decisions.front().named, worker.id)
                                            : holds || worker.id == m_desk.session().worker.id);
        connect(tick, &QCheckBox::clicked, this, [this] { setUnsaved(true); });
        names->addWidget(tick);
        m_names.emplace_back(worker.id, tick);
    }
    m_column->addLayout(names);
    m_reason = new GrowingText{theme(), tr("Why"), reasonLines, reasonLines * 2};
    m_reason->setObjectName(QStringLiteral("restrictReason"));
    connect(m_reason, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
    m_reasonField = new FieldBox{theme(), tr("Why"), m_reason, tr("Kept with the decision, and in the audit")};
    m_column->addWidget(m_reasonField);
}

void RestrictSheet::addHistory(const app::RestrictionState& state)
{
    if (state.decisions.empty())
        return;
    m_column->addWidget(strongLabel(tr("Decided so far"), Type::dense));
    for (const Restriction& each : state.decisions) {
        auto* line = new RunLabel{theme(), Type::dense};
        line->setText(decisionWords(each, state.names, m_desk.clock().now()), Color::ink2);
        m_column->addWidget(line);
    }
}

void RestrictSheet::decide(bool restricted)
{
    app::RestrictInput input;
    input.person = m_person;
    input.restricted = restricted;
    input.reason = m_reason->toPlainText().trimmed().toStdString();
    input.command = m_command;
    for (const auto& [worker, tick] : m_names)
        if (restricted && tick->isChecked())
            input.named.push_back(worker);
    m_save->setBusy(true);
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.restrictions.decide(session, input); },
        [this, restricted](const Result<Restriction>& done) {
            m_save->setBusy(false);
            if (!done)
                return explain(done.error());
            setUnsaved(false);
            emit decided(restricted ? tr("Restricted. Only those named see the record from now on.")
                                    : tr("Lifted. Everybody here sees the record again."));
            accept();
        });
}

void RestrictSheet::explain(const Error& error)
{
    if (error.where == "reason" && m_reasonField != nullptr) {
        m_reasonField->setError(tr("Write why, in a sentence"));
        m_reason->setFocus();
        return;
    }
    m_problem->setText(restrictionWords(error));
    m_problem->show();
}

}  // namespace holdfast::ui
