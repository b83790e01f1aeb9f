#include "response/response_dialog.h"

#include "assessment/assessment_header.h"
#include "async/desk.h"
#include "domain/calendar.h"
#include "response/reply_form.h"
#include "response/verdict_panel.h"
#include "shell/window_class.h"
#include "theme/theme.h"
#include "widgets/avatar.h"
#include "widgets/buttons.h"
#include "widgets/messages.h"
#include "widgets/tag.h"
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

/// Everything behind the sheet: the two halves, the case as it was read, and the command that is on its way.
struct ResponseDialog::Parts {
    Parts(ResponseDialog& owner, Desk& itsDesk, const PersonId& who, Need which)
        : dialog{owner}, desk{itsDesk}, person{who}, need{which}
    {}

    void build();
    void load();
    void take(const ReplyContext& loaded);
    void fillHeader();
    void askPreview();
    void takePreview(const Result<app::RecordOutcome>& outcome);
    void refreshButtons();
    void record(bool challenge);
    void send(const app::RecordInput& input, bool challenge);
    void takeRecorded(const Result<LoggedReply>& reply);
    void explainConflict();
    void tell(Banner::Kind kind, const QString& strong, const QString& rest, const QString& action);
    void arrange();
    bool isNever() const { return outcome && outcome->verdict && outcome->verdict->cls == BounceClass::never; }

    ResponseDialog& dialog;
    Desk& desk;
    PersonId person;
    Need need;
    std::optional<ReplyContext> context;
    std::optional<app::RecordOutcome> outcome;
    EventBody judged;  ///< the answer that `outcome` is about
    CommandId command;
    CommandId challengeCommand;
    int asked = 0;
    bool sending = false;

    QTimer delay;
    QBoxLayout* halves = nullptr;
    QVBoxLayout* notices = nullptr;
    Banner* notice = nullptr;
    ReplyForm* form = nullptr;
    VerdictPanel* verdict = nullptr;
    Button* recordOnly = nullptr;
    Button* primary = nullptr;
};

ResponseDialog::ResponseDialog(Desk& desk, const Theme& theme, const PersonId& person, Need need, QWidget& window)
    : DialogSheet{theme, tr("Log a reply"), 1000, window}, m_parts{std::make_unique<Parts>(*this, desk, person, need)}
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
    form->setContext(loaded, need, desk.clock().now());
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

void ResponseDialog::Parts::record(bool challenge)
{
    if (sending || !context || !form->check())
        return;
    const auto input = form->input();
    if (!input)
        return;
    if (!outcome || judged != input->body) {
        // The engine has not judged this answer yet: what it says must be on the screen before anything is recorded.
        askPreview();
        return;
    }
    auto sent = *input;
    sent.person = person;
    sent.seenVersion = context->file.version;
    sent.command = command;
    if (challenge)
        sent.whyNotChallenged.clear();
    send(sent, challenge);
}

void ResponseDialog::Parts::send(const app::RecordInput& input, bool challenge)
{
    sending = true;
    primary->setBusy(true);
    recordOnly->setEnabled(false);
    app::RecordInput second;
    second.person = person;
    second.command = challengeCommand;
    second.at = desk.clock().now();
    const auto& response = std::get<event::Response>(input.body);
    second.body = event::ChallengeSent{response.need, response.service};
    desk.ask(
        &dialog,
        [input, second, challenge](UseCases& cases, const app::Session& session) mutable -> Result<LoggedReply> {
            auto first = cases.cases.record(session, input);
            if (!first)
                return std::move(first).error();
            LoggedReply reply;
            reply.person = input.person;
            reply.outcome = *std::move(first);
            reply.events.push_back(reply.outcome.event);
            if (!challenge)
                return reply;
            second.seenVersion = reply.outcome.version;
            auto sent = cases.cases.record(session, second);
            if (!sent) {
                reply.challengeFailed = sent.error();
                return reply;
            }
            reply.events.push_back(sent->event);
            auto verdictOfReply = std::move(reply.outcome.verdict);
            reply.outcome = *std::move(sent);
            reply.outcome.verdict = std::move(verdictOfReply);
            reply.challenged = true;
            return reply;
        },
        [this](const Result<LoggedReply>& reply) { takeRecorded(reply); });
}

void ResponseDialog::Parts::takeRecorded(const Result<LoggedReply>& answer)
{
    sending = false;
    primary->setBusy(false);
    recordOnly->setEnabled(true);
    if (!answer) {
        if (answer.error().code == ErrorCode::conflict) {
            command = desk.newCommand();
            load();
        } else if (!form->showError(answer.error())) {
            tell(Banner::Kind::stop, refusalWords(answer.error()), tr(" Nothing was recorded."), {});
        }
        return;
    }
    auto reply = *answer;
    if (reply.challenged)
        reply.said = tr("Reply recorded and challenged. The hold stays on.");
    else if (reply.challengeFailed)
        reply.said = tr("Reply recorded. The challenge was not: %1").arg(words(*reply.challengeFailed));
    else
        reply.said = tr("Reply recorded.");
    dialog.setUnsaved(false);
    emit dialog.recorded(reply);
    dialog.accept();
}

void ResponseDialog::Parts::explainConflict()
{
    QString who = tr("Someone");
    if (!context->file.history.empty()) {
        const auto latest = std::max_element(context->file.history.begin(), context->file.history.end(),
                                             [](const auto& a, const auto& b) { return a.seq < b.seq; });
        const auto name = context->file.names.workers.find(latest->author);
        if (name != context->file.names.workers.end())
            who = text(name->second);
        const QString what = describe(latest->event, context->file.names).title;
        const QString when = recordedWords(latest->event.recordedAt, desk.clock().now());
        tell(Banner::Kind::caution, tr("%1 recorded something while you typed. ").arg(who),
             tr("%1: %2. Your answers are kept. Look at the right side again, then record.").arg(when, what), {});
        return;
    }
    tell(Banner::Kind::caution, tr("%1 recorded something while you typed. ").arg(who),
         tr("Your answers are kept. Look again, then record."), {});
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
    halves->setDirection(stacked ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    form->setMinimumWidth(stacked ? 0 : theme.px(428));
    form->setMaximumWidth(stacked ? QWIDGETSIZE_MAX : theme.px(428));
}

}  // namespace holdfast::ui
