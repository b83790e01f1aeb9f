#include "print/pdf_links.h"

#define POINTERHOLDER_TRANSITION 4  // qpdf 11: without its old names for shared pointers
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFExc.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFPageObjectHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>

namespace holdfast::ui {
namespace {

using Pages = std::vector<QPDFPageObjectHelper>;

/// Opens the page with that height at the top of the window, as near as it was.
QPDFObjectHandle destination(Pages& pages, const PdfPlace& place)
{
    QPDFObjectHandle page = pages.at(static_cast<std::size_t>(place.page)).getObjectHandle();
    const double top = page.getKey("/MediaBox").getArrayItem(3).getNumericValue() - place.down;
    QPDFObjectHandle there = QPDFObjectHandle::newArray();
    there.appendItem(page);
    there.appendItem(QPDFObjectHandle::newName("/XYZ"));
    there.appendItem(QPDFObjectHandle::newNull());
    there.appendItem(QPDFObjectHandle::newReal(top));
    there.appendItem(QPDFObjectHandle::newNull());
    return there;
}

void lead(QPDFObjectHandle annotation, Pages& pages, const std::vector<PdfPlace>& places)
{
    QPDFObjectHandle action = annotation.getKey("/A");
    if (!action.isDictionary() || !action.getKey("/URI").isString())
        return;
    const QString address = QString::fromStdString(action.getKey("/URI").getUTF8Value());
    const auto place =
        std::ranges::find_if(places, [&](const PdfPlace& each) { return address == QLatin1Char('#') + each.anchor; });
    if (place == places.end())
        return;
    annotation.removeKey("/A");
    annotation.replaceKey("/Dest", destination(pages, *place));
}

void addOutline(QPDF& pdf, Pages& pages, const std::vector<PdfPlace>& places)
{
    QPDFObjectHandle root = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    QPDFObjectHandle last;
    for (const PdfPlace& place : places) {
        QPDFObjectHandle item = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        item.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(place.title.toStdString()));
        item.replaceKey("/Parent", root);
        item.replaceKey("/Dest", destination(pages, place));
        if (last.isInitialized()) {
            last.replaceKey("/Next", item);
            item.replaceKey("/Prev", last);
        } else {
            root.replaceKey("/First", item);
        }
        last = item;
    }
    root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    root.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(places.size())));
    if (last.isInitialized())
        root.replaceKey("/Last", last);
    pdf.getRoot().replaceKey("/Outlines", root);
    pdf.getRoot().replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
}

QByteArray written(QPDF& pdf)
{
    QPDFWriter writer{pdf};
    writer.setOutputMemory();
    writer.write();
    const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), static_cast<qsizetype>(bytes->getSize())};
}

}  // namespace

QByteArray withInnerLinks(const QByteArray& bytes, const std::vector<PdfPlace>& places)
try {
    QPDF pdf;
    pdf.setSuppressWarnings(true);
    pdf.processMemoryFile("report", bytes.constData(), static_cast<std::size_t>(bytes.size()));
    Pages pages = QPDFPageDocumentHelper{pdf}.getAllPages();
    for (QPDFPageObjectHelper& page : pages)
        for (QPDFAnnotationObjectHelper& link : page.getAnnotations("/Link"))
            lead(link.getObjectHandle(), pages, places);
    addOutline(pdf, pages, places);
    pdf.getRoot().replaceKey("/Lang", QPDFObjectHandle::newString("en-GB"));
    QPDFObjectHandle viewer = QPDFObjectHandle::newDictionary();
    viewer.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    pdf.getRoot().replaceKey("/ViewerPreferences", viewer);
    return written(pdf);
} catch (const std::exception&) {
    return {};  // its message may quote the file
}

}  // namespace holdfast::ui
