#include "response/response_dialog_parts.h"

#include "assessment/assessment_header.h"
#include "async/desk.h"
#include "domain/calendar.h"
#include "kindwords/guidance_sheet.h"
#include "person/why_sheet.h"
#include "response/reply_form.h"
#include "response/verdict_panel.h"
#include "shell/window_class.h"
#include "theme/theme.h"
#include "widgets/avatar.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "widgets/tag.h"
#include "widgets/text.h"
#include "words/codes.h"
#include "words/dates.h"
#include "words/events.h"

#include <QBoxLayout>
#include <QTimer>

namespace holdfast::ui {
namespace {

using namespace std::chrono_literals;
constexpr auto typingPause = 250ms;

Lane laneOf(Need need)
{
    return need == Need::mentalHealth ? Lane::mentalHealth : Lane::substanceUse;
}

QString likedName(const Person& person)
{
    return text(person.preferredName.empty() ? person.givenName : person.preferredName);
}

}  // namespace

ResponseDialog::ResponseDialog(Desk& desk, const Theme& theme, const PersonId& person, Need need, QWidget& window,
                               const ServiceId& service)
    : DialogSheet{theme, tr("Log a reply"), 1000, window},
      m_parts{std::make_unique<Parts>(*this, desk, person, need, service)}
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_parts->build();
    m_parts->load();
    connect(this, &QDialog::rejected, this, &ResponseDialog::cancelled);
}

ResponseDialog::~ResponseDialog() = default;

void ResponseDialog::resizeEvent(QResizeEvent* event)
{
    DialogSheet::resizeEvent(event);
    m_parts->arrange();
}

void ResponseDialog::Parts::build()
{
    const Theme& theme = dialog.theme();
    auto* column = new QVBoxLayout{dialog.body()};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    notices = new QVBoxLayout;
    notices->setContentsMargins(theme.px(24), 0, theme.px(24), 0);
    column->addLayout(notices);
    halves = new QHBoxLayout;
    halves->setSpacing(0);
    form = new ReplyForm{theme, desk.policy(), dialog.body()};
    verdict = new VerdictPanel{theme, desk.days(), dialog.body()};
    halves->addWidget(form);
    halves->addWidget(verdict, 1);
    column->addLayout(halves, 1);
    const auto showWhy = [this](const QString& title, const std::vector<WhyPart>& parts) {
        const QString policy = QStringLiteral("%1 %2").arg(text(desk.policy().id), text(desk.policy().version));
        auto* sheet = new WhySheet{dialog.theme(), title, parts, policy, *dialog.parentWidget()};
        sheet->setAttribute(Qt::WA_DeleteOnClose);
        sheet->open();
    };
    QObject::connect(verdict, &VerdictPanel::whyRequested, &dialog,
                     [this, showWhy] { showWhy(verdict->title(), verdict->why()); });
    QObject::connect(verdict, &VerdictPanel::citationWhyRequested, &dialog,
                     [showWhy](const WhyPart& why) { showWhy(why.when, {why}); });

    dialog.footer()->addStretch();
    dialog.addCancel(tr("Cancel"));
    recordOnly = dialog.addSecondary(tr("Record only"));
    primary = dialog.addPrimary(tr("Record"), QStringLiteral("check"));
    command = desk.newCommand();
    challengeCommand = desk.newCommand();

    delay.setSingleShot(true);
    delay.setInterval(typingPause);
    QObject::connect(&delay, &QTimer::timeout, &dialog, [this] { askPreview(); });
    QObject::connect(form, &ReplyForm::changed, &dialog, [this] {
        dialog.setUnsaved(form->isTouched());
        refreshTitle();
        delay.start();
        if (!form->input())
            askPreview();
    });
    QObject::connect(form, &ReplyForm::needChanged, &dialog, [this](Need now) { need = now; });
    QObject::connect(primary, &QPushButton::clicked, &dialog, [this] { record(isNever()); });
    QObject::connect(recordOnly, &QPushButton::clicked, &dialog, [this] {
        if (form->askWhyNoChallenge())
            record(false);
    });
    refreshButtons();
    arrange();
}

void ResponseDialog::Parts::load()
{
    desk.ask(
        &dialog,
        [person = person](UseCases& cases, const app::Session& session) -> Result<ReplyContext> {
            auto file = cases.cases.open(session, person);
            if (!file)
                return std::move(file).error();
            auto services = cases.directory.list(session, false);
            if (!services)
                return std::move(services).error();
            auto workers = cases.workers.list(session);
            if (!workers)
                return std::move(workers).error();
            return ReplyContext{*std::move(file), *std::move(services), *std::move(workers)};
        },
        [this](const Result<ReplyContext>& loaded) {
            if (loaded)
                take(*loaded);
            else
                tell(Banner::Kind::stop, words(loaded.error()), {}, tr("Try again"));
        });
}

void ResponseDialog::Parts::take(const ReplyContext& loaded)
{
    const bool again = context.has_value();
    const auto before = again ? context->file.version : loaded.file.version;
    context = loaded;
    if (!again)
        fillHeader();
    form->setContext(loaded, need, desk.clock().now(), answers);
    refreshTitle();
    if (again && before != loaded.file.version)
        explainConflict();
    askPreview();
}

void ResponseDialog::Parts::fillHeader()
{
    const auto& who = context->file.person;
    const Theme& theme = dialog.theme();
    const Instant now = desk.clock().now();
    QStringList facts;
    if (who.born)
        facts.append(QString::number(yearsBetween(*who.born, londonDate(now))));
    if (!who.pronouns.empty())
        facts.append(text(who.pronouns));
    if (const QString number = nhsNumberWords(who.nhsNumber); !number.isEmpty())
        facts.append(tr("NHS %1").arg(number));
    QString rest = facts.isEmpty() ? QString{} : QStringLiteral(", ") + facts.join(QStringLiteral(", "));
    if (const auto& leg = context->file.now.needs[need].leg; leg && leg->sentAt)
        rest += tr(". Referral sent %1").arg(shortDayWords(londonDate(*leg->sentAt), londonDate(now)));
    dialog.setSubtitle(text(displayName(who)), rest);
    dialog.setLeading(new Avatar{theme, text(displayName(who)), Role::wait, 40, Avatar::Shape::disc, &dialog});
    for (const auto each : allNeeds) {
        const auto& state = context->file.now.needs[each];
        const std::string first = state.detail.empty() ? std::string{} : state.detail.front();
        dialog.addHeaderWidget(new Tag{theme, needLook(laneOf(each), detailWords(state.status, first)), &dialog});
    }
    auto* guidance = new Button{theme, tr("Guidance"), ButtonKind::link, QStringLiteral("guidance"), ButtonSize::small};
    guidance->setObjectName(QStringLiteral("guidance"));
    connect(guidance, &QAbstractButton::clicked, &dialog, [this] {
        const bool refused = form->kind() == ResponseKind::declined;
        openGuidance(dialog.theme(), refused ? GuidancePlace::refusal : GuidancePlace::reply, NeedScope::both, dialog);
    });
    dialog.addHeaderWidget(guidance);
}

void ResponseDialog::Parts::refreshTitle()
{
    QString title = tr("Log a reply");
    for (const auto& service : context->services)
        if (form->service() == service.id)
            title = tr("Log a reply from %1").arg(text(service.name));
    dialog.findChild<RunLabel*>(QStringLiteral("sheetTitle"))->setRuns({{title, Color::ink, 700}});
    dialog.setAccessibleName(title);
}

void ResponseDialog::Parts::askPreview()
{
    const int mine = ++asked;
    const auto input = context ? form->input() : std::nullopt;
    if (!input) {
        outcome.reset();
        verdict->showPrompt(
            form->kind() == ResponseKind::declined
                ? tr("Pick the closest reason. Then the protocol's answer appears here.")
                : tr("Choose what they said. What the protocol says and what happens next appears here."));
        refreshButtons();
        return;
    }
    auto asking = *input;
    asking.person = person;
    asking.seenVersion = context->file.version;
    asking.command = command;
    judged = asking.body;
    desk.ask(
        &dialog,
        [asking](UseCases& cases, const app::Session& session) { return cases.cases.preview(session, asking); },
        [this, mine](const Result<app::RecordOutcome>& answer) {
            if (mine == asked)
                takePreview(answer);
        });
}

void ResponseDialog::Parts::takePreview(const Result<app::RecordOutcome>& answer)
{
    outcome.reset();
    if (answer) {
        outcome = *answer;
        verdict->showOutcome(*answer, likedName(context->file.person), desk.session().worker.id, desk.clock().now());
    } else if (answer.error().code == ErrorCode::conflict) {
        load();
    } else {
        verdict->showPrompt(refusalWords(answer.error()));
        form->showError(answer.error());
    }
    refreshButtons();
}

void ResponseDialog::Parts::refreshButtons()
{
    const bool never = isNever();
    primary->setText(never ? tr("Record and challenge") : tr("Record"));
    primary->setIconName(never ? QStringLiteral("letter") : QStringLiteral("check"));
    recordOnly->setVisible(never);
    if (!never)
        form->forgetWhyNoChallenge();
}

void ResponseDialog::Parts::tell(Banner::Kind kind, const QString& strong, const QString& rest, const QString& action)
{
    delete notice;
    notice = new Banner{dialog.theme(), kind, dialog.body()};
    notice->setText(strong, rest);
    notice->setAction(action);
    notices->setContentsMargins(dialog.theme().px(24), dialog.theme().px(12), dialog.theme().px(24), 0);
    notices->addWidget(notice);
    QObject::connect(notice, &Banner::actionTriggered, &dialog, [this] { load(); });
}

void ResponseDialog::Parts::arrange()
{
    if (halves == nullptr)
        return;
    const Theme& theme = dialog.theme();
    const bool stacked = dialog.width() < theme.px(820);
    if (stacked != isStacked) {
        isStacked = stacked;
        if (stacked)
            form->holdAfterReason(verdict);
        else
            halves->addWidget(verdict, 1);
    }
    form->setMinimumWidth(stacked ? 0 : theme.px(428));
    form->setMaximumWidth(stacked ? QWIDGETSIZE_MAX : theme.px(428));
}

}  // namespace holdfast::ui
