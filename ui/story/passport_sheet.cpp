#include "story/passport_sheet.h"

#include "async/desk.h"
#include "letters/letter_output.h"
#include "print/letter_paper.h"
#include "print/paper_view.h"
#include "story/story_words.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/entries.h"
#include "widgets/field_box.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QCheckBox>
#include <QPdfWriter>

#include <algorithm>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 1060;
constexpr int choicesWidth = 360;
constexpr int settleMilliseconds = 200;
constexpr int pdfResolution = 300;
constexpr int passportMargin = 16;  ///< millimetres: two pages are what there is

Letterhead bareHead()
{
    Letterhead head;
    head.margins = {passportMargin, passportMargin, passportMargin, passportMargin};
    return head;
}

int paint(const letters::Document& document, QByteArray& bytes)
{
    bytes.clear();
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer{&buffer};
    writer.setResolution(pdfResolution);
    writer.setTitle(QString::fromStdString(document.title));
    writer.setCreator(QStringLiteral("Holdfast"));
    return paintLetter(writer, document, bareHead());
}

QString listed(const std::vector<PassportSection>& sections)
{
    QStringList names;
    for (const PassportSection section : sections)
        names << text(letters::sectionWords(section));
    return names.join(QStringLiteral("; "));
}

}  // namespace

FittedPassport fitPassport(const letters::PassportPaper& paper)
{
    std::vector<PassportSection> left;
    for (const letters::PassportPiece& piece : paper.pieces)
        left.push_back(piece.section);
    FittedPassport fitted;
    while (true) {
        fitted.document = letters::passportDocument(paper, fitted.leftOut);
        fitted.pages = paint(fitted.document, fitted.pdf);
        const auto next = nextToLeaveOut(left);
        if (paper.choice.largePrint || fitted.pages <= passportPages || !next)
            return fitted;
        fitted.leftOut.push_back(*next);
        std::erase(left, *next);
    }
}

QString fittedWords(const letters::PassportPaper& paper, const FittedPassport& fitted)
{
    QStringList said{fitted.pages == 1 ? PassportSheet::tr("One page.")
                                       : PassportSheet::tr("%1 pages.").arg(fitted.pages)};
    if (!fitted.leftOut.empty())
        said << PassportSheet::tr("Left out to keep to two pages: %1. The paper says so.").arg(listed(fitted.leftOut));
    if (!paper.choice.largePrint && fitted.pages > passportPages)
        said << PassportSheet::tr("It does not fit two pages: make what they want workers to know shorter.");
    if (!paper.notShared.empty())
        said << PassportSheet::tr("Not shared with this reader: %1.").arg(listed(paper.notShared));
    if (!paper.nothingToSay.empty())
        said << PassportSheet::tr("Nothing is recorded for: %1.").arg(listed(paper.nothingToSay));
    return said.join(u' ');
}

PassportSheet::PassportSheet(const Theme& theme, Desk& desk, const PersonId& person, const QString& name,
                             PassportChoice choice, QWidget& window)
    : DialogSheet{theme, tr("Passport"), sheetWidth, window}, m_desk{desk}, m_person{person}, m_shell{&window}
{
    setObjectName(QStringLiteral("passportSheet"));
    setSubtitle(name, tr(". Choose together what is on it. What is about somebody else is left out."));
    build(choice);
    m_timer.setSingleShot(true);
    m_timer.setInterval(settleMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, &PassportSheet::look);
    look();
}

void PassportSheet::build(const PassportChoice& choice)
{
    auto* column = addColumn(12);
    m_says = new RunLabel{theme(), Type::dense};
    m_says->setObjectName(QStringLiteral("passportSays"));
    column->addWidget(m_says);
    auto* across = new QHBoxLayout;
    across->setSpacing(theme().px(16));
    auto* choices = buildChoices(choice);
    choices->setMaximumWidth(theme().px(choicesWidth));
    across->addWidget(choices, 2);
    m_pages = new PaperView{theme()};
    m_pages->setAccessibleName(tr("The pages"));
    m_pages->setMinimumHeight(theme().px(420));
    across->addWidget(m_pages, 3);
    column->addLayout(across, 1);
    addCancel(tr("Close"));
    auto* file = addSecondary(tr("Save a PDF"));
    file->setObjectName(QStringLiteral("passportSave"));
    connect(file, &QPushButton::clicked, this, [this] { out(true); });
    auto* print = addPrimary(tr("Print"), QStringLiteral("letter"));
    print->setObjectName(QStringLiteral("passportPrint"));
    connect(print, &QPushButton::clicked, this, [this] { out(false); });
}

QWidget* PassportSheet::buildChoices(const PassportChoice& choice)
{
    auto* choices = new QWidget;
    auto* column = new QVBoxLayout{choices};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(6));
    m_reader = new Choice{tr("For whom")};
    m_reader->setObjectName(QStringLiteral("passportReader"));
    for (const PassportReader reader : {PassportReader::person, PassportReader::services, PassportReader::anyone})
        m_reader->addChoice(words(reader), static_cast<int>(reader));
    m_reader->setValueQuietly(static_cast<int>(choice.reader));
    connect(m_reader, &QComboBox::currentIndexChanged, &m_timer, qOverload<>(&QTimer::start));
    column->addWidget(new FieldBox{theme(), tr("For whom"), m_reader});
    m_large = new QCheckBox{tr("Large print, with as many pages as it needs")};
    m_large->setObjectName(QStringLiteral("passportLarge"));
    m_large->setChecked(choice.largePrint);
    connect(m_large, &QCheckBox::toggled, &m_timer, qOverload<>(&QTimer::start));
    column->addWidget(m_large);
    column->addWidget(strongLabel(tr("What is on it"), Type::h3));
    for (const PassportSection section : allPassportSections) {
        auto* box = new QCheckBox{text(letters::sectionWords(section))};
        box->setObjectName(QStringLiteral("passport.") + text(nameOf(section)));
        box->setChecked(isChosen(choice, section));
        connect(box, &QCheckBox::toggled, &m_timer, qOverload<>(&QTimer::start));
        column->addWidget(box);
        m_sections.emplace_back(section, box);
    }
    column->addStretch();
    return choices;
}

PassportChoice PassportSheet::choice() const
{
    PassportChoice choice;
    choice.sections.clear();
    for (const auto& [section, box] : m_sections)
        if (box->isChecked())
            choice.sections.push_back(section);
    choice.reader = static_cast<PassportReader>(m_reader->value().toInt());
    choice.largePrint = m_large->isChecked();
    return choice;
}

void PassportSheet::look()
{
    m_desk.ask(
        this,
        [person = m_person, choice = choice()](UseCases& use, const app::Session& session) {
            return use.stories.previewPassport(session, person, choice);
        },
        [this, generation = ++m_generation](const Result<letters::PassportPaper>& paper) {
            if (generation != m_generation)
                return;
            if (!paper)
                return m_says->setText(storyErrorWords(paper.error()), Color::bounce);
            m_fitted = fitPassport(*paper);
            m_says->setText(fittedWords(*paper, m_fitted), Color::ink2);
            m_pages->show(m_fitted.pdf);
        });
}

void PassportSheet::out(bool toFile)
{
    m_desk.ask(
        this,
        [person = m_person, choice = choice()](UseCases& use, const app::Session& session) {
            return use.stories.passport(session, person, choice);
        },
        [this, toFile](const Result<letters::PassportPaper>& paper) {
            if (!paper)
                return emit failed(storyErrorWords(paper.error()));
            const QByteArray pdf = fitPassport(*paper).pdf;
            if (!toFile)
                return printPdf(*m_shell, pdf, [this](int pages) {
                    if (pages > 0)
                        emit said(printedWords(pages));
                    else
                        emit failed(tr("The printer could not begin. Save a PDF and print that."));
                });
            saveFile(*m_shell, m_desk, QStringLiteral("passport.pdf"), pdf, [this](const QString& wrong) {
                if (wrong.isEmpty())
                    emit said(tr("Saved. Keep the file as safely as the store."));
                else
                    emit failed(wrong);
            });
        });
}

}  // namespace holdfast::ui
