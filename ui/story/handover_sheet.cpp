#include "story/handover_sheet.h"

#include "async/desk.h"
#include "domain/note_text.h"
#include "letters/letter_output.h"
#include "print/letter_paper.h"
#include "story/story_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/cards.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/messages.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QLineEdit>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 860;
constexpr int longestReason = 400;

}  // namespace

HandoverSheet::HandoverSheet(const Theme& theme, Desk& desk, const app::HandoverBeginning& beginning, QWidget& window)
    : DialogSheet{theme, tr("Hand over"), sheetWidth, window},
      m_desk{desk},
      m_person{beginning.person.id},
      m_command{desk.newCommand()}
{
    setObjectName(QStringLiteral("handoverSheet"));
    setSubtitle(text(displayName(beginning.person)),
                tr(". Made from the record: go over it with them. Nothing changes until your colleague agrees."));
    build(beginning);
}

FieldBox* HandoverSheet::addText(QLayout& column, GrowingText*& field, const QString& label, const QString& hint,
                                 const std::string& value, const QString& name)
{
    field = new GrowingText{theme(), label, 2, 12};
    field->setObjectName(name);
    field->setPlainText(text(value));
    connect(field, &QPlainTextEdit::textChanged, this, [this] { setUnsaved(true); });
    auto* box = new FieldBox{theme(), label, field, hint};
    column.addWidget(box);
    return box;
}

void HandoverSheet::build(const app::HandoverBeginning& beginning)
{
    auto* column = addColumn(12);
    m_trouble = new Banner{theme(), Banner::Kind::stop};
    m_trouble->hide();
    column->addWidget(m_trouble);
    m_to = new Choice{tr("To whom")};
    m_to->setObjectName(QStringLiteral("handoverTo"));
    for (const Worker& worker : beginning.receivers)
        m_to->addChoice(tr("%1, %2").arg(text(worker.name), words(worker.role).toLower()), text(worker.id.text()));
    column->addWidget(new FieldBox{theme(), tr("To whom"), m_to, tr("A colleague of your service")});
    m_need = new Choice{tr("What is handed over")};
    m_need->setObjectName(QStringLiteral("handoverNeed"));
    if (beginning.mine.size() > 1)
        m_need->addChoice(words(NeedScope::both), static_cast<int>(NeedScope::both));
    for (const Need need : beginning.mine)
        m_need->addChoice(words(need), static_cast<int>(scopeOf(need)));
    column->addWidget(new FieldBox{theme(), tr("What is handed over"), m_need});
    m_leaving = new QCheckBox{tr("I will not work with them any more")};
    m_leaving->setObjectName(QStringLiteral("handoverLeaving"));
    column->addWidget(m_leaving);
    const HandoverText& from = beginning.text;
    m_boxes = {{"matters", addText(*column, m_matters, tr("What matters to them"), {}, from.matters,
                                   QStringLiteral("handoverMatters"))},
               {"promises", addText(*column, m_promises, tr("What was promised"), tr("One to a line"), from.promises,
                                    QStringLiteral("handoverPromises"))},
               {"tried", addText(*column, m_tried, tr("What has been tried"), tr("And how it went"), from.tried,
                                 QStringLiteral("handoverTried"))},
               {"ring", addText(*column, m_ring, tr("Whom to ring"), {}, from.ring, QStringLiteral("handoverRing"))},
               {"story", addText(*column, m_story, tr("The story in ten lines"), tr("Read it to them"), from.story,
                                 QStringLiteral("handoverStory"))}};
    m_agreed = new QCheckBox{tr("They have read these lines, or heard them, and agree")};
    m_agreed->setObjectName(QStringLiteral("handoverAgreed"));
    m_why = new QLineEdit;
    m_why->setObjectName(QStringLiteral("handoverWhy"));
    m_why->setMaxLength(longestReason);
    m_whyBox = new FieldBox{theme(), tr("Why they have not agreed them"), m_why};
    connect(m_agreed, &QCheckBox::toggled, this, [this](bool agreed) {
        m_whyBox->setVisible(!agreed);
        setUnsaved(true);
    });
    connect(m_why, &QLineEdit::textEdited, this, [this] { setUnsaved(true); });
    column->addWidget(m_agreed);
    column->addWidget(m_whyBox);
    m_boxes.emplace_back("why_not_agreed", m_whyBox);
    column->addStretch();
    addCancel(tr("Cancel"));
    auto* sign = addPrimary(tr("Sign it and give it to them"));
    sign->setObjectName(QStringLiteral("handoverSign"));
    sign->setEnabled(!beginning.receivers.empty() && !beginning.mine.empty());
    connect(sign, &QPushButton::clicked, this, &HandoverSheet::sign);
    if (beginning.mine.empty())
        explain({ErrorCode::refused, "need", "handover.holds_nothing"});
    else if (beginning.receivers.empty())
        explain({ErrorCode::refused, "to", "handover.not_here"});
}

void HandoverSheet::sign()
{
    for (const auto& [where, box] : m_boxes)
        box->setError({});
    app::WriteHandoverInput input;
    input.person = m_person;
    input.to = WorkerId{m_to->value().toString().toStdString()};
    input.need = static_cast<NeedScope>(m_need->value().toInt());
    input.leaving = m_leaving->isChecked();
    const auto typed = [](const GrowingText& field) { return field.toPlainText().trimmed().toStdString(); };
    input.text = {typed(*m_matters),
                  typed(*m_promises),
                  typed(*m_tried),
                  typed(*m_ring),
                  typed(*m_story),
                  m_agreed->isChecked(),
                  m_agreed->isChecked() ? std::string{} : m_why->text().trimmed().toStdString()};
    input.command = m_command;
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.handovers.write(session, input); },
        [this](const Result<HandoverRecord>& record) {
            if (!record)
                return explain(record.error());
            setUnsaved(false);
            emit written(m_to->currentText().section(u',', 0, 0));
            accept();
        });
}

void HandoverSheet::explain(const Error& error)
{
    for (const auto& [where, box] : m_boxes)
        if (error.code == ErrorCode::invalid && where == error.where) {
            box->setError(error.detail == "lines"      ? tr("At most ten lines: make some of them shorter.")
                          : error.detail == "too_long" ? tr("At most about 6,000 letters.")
                          : where == "why_not_agreed"  ? tr("Say why, or let them read it and tick that they agree.")
                                                       : tr("Your colleague needs something here."));
            box->editor()->setFocus();
            return;
        }
    m_trouble->setText(handoverErrorWords(error));
    m_trouble->show();
}

HandoverView::HandoverView(const Theme& theme, Desk& desk, const app::HandoverLine& line, const app::NameBook& names,
                           QWidget& window)
    : DialogSheet{theme, tr("Handover pack"), sheetWidth, window},
      m_desk{desk},
      m_line{line},
      m_command{desk.newCommand()},
      m_shell{&window}
{
    setObjectName(QStringLiteral("handoverView"));
    setSubtitle(text(line.personName), tr(", %1").arg(words(line.record.pack.need).toLower()));
    build(names);
}

void HandoverView::build(const app::NameBook& names)
{
    auto* column = addColumn(12);
    m_trouble = new Banner{theme(), Banner::Kind::stop};
    m_trouble->hide();
    column->addWidget(m_trouble);
    const HandoverPack& pack = m_line.record.pack;
    auto* state = new RunLabel{theme(), Type::dense};
    state->setObjectName(QStringLiteral("handoverState"));
    state->setText(handoverWords(m_line.record, names, m_desk.session().worker.id, m_desk.clock().now()), Color::ink2);
    column->addWidget(state);
    const auto add = [&](const QString& title, const std::string& words) {
        column->addWidget(strongLabel(title, Type::h3));
        const QString all = words.empty() ? tr("Nothing was written.") : text(withoutMarks(words));
        auto* lines = new QVBoxLayout;
        lines->setSpacing(theme().px(2));
        for (const QString& line : all.split(u'\n', Qt::SkipEmptyParts)) {
            auto* label = new RunLabel{theme(), Type::dense};
            label->setText(line);
            lines->addWidget(label);
        }
        column->addLayout(lines);
    };
    add(tr("What matters to them"), pack.text.matters);
    add(tr("What was promised"), pack.text.promises);
    add(tr("What has been tried"), pack.text.tried);
    add(tr("Whom to ring"), pack.text.ring);
    add(tr("The story in ten lines"), pack.text.story);
    column->addWidget(plainLabel(pack.text.storyAgreed
                                     ? tr("They agree with these lines.")
                                     : tr("They have not agreed them: %1").arg(text(pack.text.whyNotAgreed)),
                                 Type::small, Color::ink2));
    addCancel(tr("Close"));
    auto* print = addSecondary(tr("Print"));
    connect(print, &QPushButton::clicked, this, [this] { out(false); });
    auto* file = addSecondary(tr("Save a PDF"));
    connect(file, &QPushButton::clicked, this, [this] { out(true); });
    addAnswers();
    if (m_reasonBox)
        column->addWidget(m_reasonBox);
    column->addStretch();
}

void HandoverView::addAnswers()
{
    const WorkerId& me = m_desk.session().worker.id;
    const HandoverPack& pack = m_line.record.pack;
    if (m_line.record.answer)
        return;
    if (pack.from == me) {
        auto* back = addSecondary(tr("Take it back"));
        back->setObjectName(QStringLiteral("handoverWithdraw"));
        connect(back, &QPushButton::clicked, this, [this] { answer(HandoverAnswerKind::withdrawn); });
    }
    if (pack.to != me)
        return;
    m_reason = new QLineEdit;
    m_reason->setObjectName(QStringLiteral("handoverReason"));
    m_reason->setMaxLength(longestReason);
    m_reasonBox =
        new FieldBox{theme(), tr("If you do not agree: why"), m_reason, tr("They stay with your colleague meanwhile")};
    auto* decline = addSecondary(tr("I do not agree"));
    decline->setObjectName(QStringLiteral("handoverDecline"));
    connect(decline, &QPushButton::clicked, this, [this] {
        if (m_reason->text().trimmed().isEmpty()) {
            m_reasonBox->setError(tr("Say why, so that your colleague can mend it."));
            m_reason->setFocus();
            return;
        }
        answer(HandoverAnswerKind::declined);
    });
    auto* agree = addPrimary(tr("I agree, and take over"));
    agree->setObjectName(QStringLiteral("handoverAgree"));
    connect(agree, &QPushButton::clicked, this, [this] { answer(HandoverAnswerKind::agreed); });
}

void HandoverView::answer(HandoverAnswerKind kind)
{
    app::AnswerHandoverInput input{m_line.record.pack.id, kind, {}, m_command};
    if (kind == HandoverAnswerKind::declined)
        input.reason = m_reason->text().toStdString();
    m_desk.ask(
        this, [input](UseCases& use, const app::Session& session) { return use.handovers.answer(session, input); },
        [this, kind](const Result<HandoverRecord>& record) {
            if (!record) {
                m_trouble->setText(handoverErrorWords(record.error()));
                return m_trouble->show();
            }
            emit answered(kind);
            accept();
        });
}

void HandoverView::out(bool toFile)
{
    struct Ready {
        letters::Document document;
        Letterhead head;
    };
    m_desk.ask(
        this,
        [pack = m_line.record.pack.id](UseCases& use, const app::Session& session) -> Result<Ready> {
            auto document = use.handovers.onPaper(session, pack);
            if (!document)
                return document.error();
            auto head = use.letters.letterhead(session);
            if (!head)
                return head.error();
            return Ready{*std::move(document), *std::move(head)};
        },
        [this, toFile](const Result<Ready>& ready) {
            if (!ready)
                return emit failed(handoverErrorWords(ready.error()));
            const QByteArray pdf = pdfOf(ready->document, ready->head);
            if (!toFile)
                return printPdf(*m_shell, pdf, [this](int pages) {
                    if (pages > 0)
                        emit said(printedWords(pages));
                    else
                        emit failed(tr("The printer could not begin. Save a PDF and print that."));
                });
            saveFile(*m_shell, m_desk, QStringLiteral("handover-pack.pdf"), pdf, [this](const QString& wrong) {
                if (wrong.isEmpty())
                    emit said(tr("Saved. Keep the file as safely as the store."));
                else
                    emit failed(wrong);
            });
        });
}

}  // namespace holdfast::ui
