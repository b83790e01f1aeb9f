#include "letters/paper_sheet.h"

#include "async/desk.h"
#include "circle/recipient_sheet.h"
#include "letters/letter_output.h"
#include "letters/letter_words.h"
#include "print/paper_view.h"
#include "theme/theme.h"
#include "widgets/buttons.h"
#include "widgets/text.h"
#include "words/codes.h"

#include <QBuffer>
#include <QImageReader>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

namespace holdfast::ui {
namespace {

constexpr int sheetWidth = 860;
constexpr int sheetHeight = 560;
constexpr int mostPixels = 6'000;  ///< on a side; a picture from outside may claim any size
constexpr int shownWidth = 780;

/// Nothing when it is too large to draw or no picture after all.
QPixmap pictureOf(const std::string& bytes, int width)
{
    QByteArray data = QByteArray::fromStdString(bytes);
    QBuffer buffer{&data};
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader{&buffer};
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > 4 * mostPixels || size.height() > 4 * mostPixels)
        return {};
    if (size.width() > width)
        reader.setScaledSize(size.scaled(width, mostPixels, Qt::KeepAspectRatio));
    return QPixmap::fromImage(reader.read());
}

}  // namespace

PaperSheet::PaperSheet(Theme& theme, Desk& desk, const app::Paper& paper, QWidget& window)
    : DialogSheet{theme, tr("What the service sent"), sheetWidth, window}, m_desk{desk}, m_about{paper.about}
{
    setObjectName(QStringLiteral("paperSheet"));
    setSubtitle(text(paper.about.name));
    auto* column = addColumn(8);
    auto* view = viewOf(theme, paper);
    // Around the view, not on it: a style that gives editors their height would overrule it.
    auto* around = new QWidget;
    around->setMinimumHeight(m_shown ? theme.px(sheetHeight) : 0);
    auto* whole = new QVBoxLayout{around};
    whole->setContentsMargins({});
    whole->addWidget(view);
    column->addWidget(around, 1);
    column->addWidget(
        plainLabel(tr("Kept unchanged since it was attached; its hash matches."), Type::small, Color::ink3));
    connect(addSecondary(tr("Save a copy")), &QPushButton::clicked, this, &PaperSheet::takeOut);
    connect(addPrimary(tr("Close")), &QPushButton::clicked, this, &QDialog::accept);
}

QWidget* PaperSheet::viewOf(const Theme& theme, const app::Paper& paper)
{
    switch (paper.about.media) {
    case MediaType::pdf: {
        auto* pages = new PaperView{theme};
        m_shown = pages->show(QByteArray::fromStdString(paper.bytes));
        if (m_shown)
            return pages;
        delete pages;
        break;
    }
    case MediaType::png:
    case MediaType::jpeg: {
        const QPixmap picture = pictureOf(paper.bytes, theme.px(shownWidth));
        m_shown = !picture.isNull();
        if (!m_shown)
            break;
        auto* area = new QScrollArea;
        area->setFrameShape(QFrame::NoFrame);
        area->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        auto* label = plainLabel({});
        label->setPixmap(picture);
        label->setAccessibleName(tr("Picture"));
        area->setWidget(label);
        return area;
    }
    case MediaType::text: {
        auto* plain = new QPlainTextEdit{text(paper.bytes)};
        plain->setReadOnly(true);
        plain->setAccessibleName(tr("Text"));
        return plain;
    }
    }
    return new RunLabel{theme,
                        Type::body,
                        {{tr("This file cannot be drawn here. Save a copy and open it in another program, if you trust "
                             "where it came from."),
                          Color::ink2, 400}}};
}

/// A letter goes to whom it is written to. Of anything else is asked whom it is for, and whether the person agrees.
void PaperSheet::takeOut()
{
    if (m_about.role == DocumentRole::letter)
        return takeOutFor({});
    auto* sheet = new RecipientSheet{theme(),           m_desk,
                                     m_about.person,    {CarerTopic::mentalHealth, CarerTopic::substanceUse},
                                     tr("Save a copy"), *window()};
    connect(sheet, &RecipientSheet::chosen, this, &PaperSheet::takeOutFor);
    sheet->open();
}

void PaperSheet::takeOutFor(const Recipient& to)
{
    m_desk.ask(
        this,
        [person = m_about.person, id = m_about.id, to](UseCases& use, const app::Session& session) {
            return use.documents.read(session, person, id, app::Purpose::takeOut, to);
        },
        [this](const Result<app::Paper>& paper) {
            if (!paper)
                return emit failed(letterErrorWords(paper.error()));
            const QString name = m_about.name.empty() ? QStringLiteral("attachment") + text(extensionOf(m_about.media))
                                                      : text(m_about.name);
            saveFile(*this, m_desk, name, QByteArray::fromStdString(paper->bytes), [this](const QString& wrong) {
                if (wrong.isEmpty())
                    emit said(tr("Saved. Keep the file as safely as the store."));
                else
                    emit failed(wrong);
            });
        });
}

}  // namespace holdfast::ui
