#include "letters/attachments.h"

#include "letters/paper_sheet.h"
#include "print/letter_paper.h"
#include "print/paper_view.h"
#include "support/open_desk.h"

#include <QBuffer>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace holdfast;
using namespace holdfast::test;
using namespace holdfast::ui;

namespace {

app::Paper aPaper(MediaType media, const QByteArray& bytes)
{
    app::Paper paper;
    paper.about.media = media;
    paper.about.name = "reply <b>.x";
    paper.bytes = bytes.toStdString();
    return paper;
}

QByteArray aPicture()
{
    QImage image{40, 30, QImage::Format_RGB32};
    image.fill(Qt::white);
    QByteArray bytes;
    QBuffer buffer{&bytes};
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

}  // namespace

TEST_CASE("a file is attached to an answer and opened again inside the program")
{
    OpenDesk desk;
    desk.referTogether();
    QWidget window;
    window.resize(1200, 800);
    window.show();
    Attachments attachments{desk.theme, *desk.desk, window};
    QSignalSpy attached{&attachments, &Attachments::attached};
    QSignalSpy failed{&attachments, &Attachments::failed};
    const QString path = QString::fromStdString(desk.folder.file("reply.txt"));
    QFile file{path};
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("must be sober first");
    file.close();
    attachments.attach(desk.person, desk.file().history.back().event.id, path);
    REQUIRE(eventually([&] { return attached.size() == 1; }));
    const auto list =
        must(desk.now([&](auto& use, const auto& session) { return use.letters.list(session, desk.person); }));
    REQUIRE(list.attachments.size() == 1);
    CHECK(list.attachments.front().name == "reply.txt");
    attachments.open(desk.person, list.attachments.front().id);
    REQUIRE(eventually([&] { return window.findChild<PaperSheet*>() != nullptr; }));
    CHECK(window.findChild<PaperSheet*>()->findChild<QPlainTextEdit*>()->toPlainText() ==
          QStringLiteral("must be sober first"));

    attachments.attach(desk.person, desk.file().history.back().event.id, path);
    REQUIRE(eventually([&] { return failed.size() == 1; }));
    CHECK(failed.value(0).value(0).toString().contains(QStringLiteral("attached to this entry already")));
}

TEST_CASE("pages, pictures and text are each shown as what they are, and text is never markup")
{
    OpenDesk desk;
    QWidget window;
    window.resize(1200, 800);
    letters::Document letter;
    letter.paragraph("Hello");
    PaperSheet pages{desk.theme, *desk.desk, aPaper(MediaType::pdf, pdfOf(letter, {})), window};
    CHECK(pages.isShown());
    CHECK(pages.findChild<PaperView*>()->pages() == 1);
    PaperSheet picture{desk.theme, *desk.desk, aPaper(MediaType::png, aPicture()), window};
    CHECK(picture.isShown());
    PaperSheet text{desk.theme, *desk.desk, aPaper(MediaType::text, "<h1>x</h1>"), window};
    CHECK(text.findChild<QPlainTextEdit*>()->toPlainText() == QStringLiteral("<h1>x</h1>"));
}

TEST_CASE("a file that only claims to be a PDF or a picture is said to be undrawable, and nothing breaks")
{
    OpenDesk desk;
    QWidget window;
    window.resize(1200, 800);
    for (const MediaType media : {MediaType::pdf, MediaType::png, MediaType::jpeg}) {
        PaperSheet sheet{desk.theme, *desk.desk, aPaper(media, "%PDF-1.4 and then nothing"), window};
        CHECK_FALSE(sheet.isShown());
    }
}
