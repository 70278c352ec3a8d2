#include "labels/pdf_for_readers.h"

#define POINTERHOLDER_TRANSITION 4  // QPDF asks for it: std::shared_ptr only
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

namespace remise::labels {
namespace {

/// Headings and paragraphs hang in one document, as PDF 1.7 (14.7) wants them.
void gatherStructure(QPDF& document) {
    QPDFObjectHandle tree = document.getRoot().getKey("/StructTreeRoot");
    if (!tree.isDictionary()) return;
    QPDFObjectHandle whole =
        document.makeIndirectObject(QPDFObjectHandle::parse("<< /Type /StructElem /S /Document >>"));
    QPDFObjectHandle parts = tree.getKey("/K");
    whole.replaceKey("/P", tree);
    whole.replaceKey("/K", parts);
    tree.replaceKey("/K", QPDFObjectHandle::newArray({whole}));
    for (int i = 0; parts.isArray() && i < parts.getArrayNItems(); ++i)
        parts.getArrayItem(i).replaceKey("/P", whole);
}

}  // namespace

std::string forReaders(const std::string& pdf, const std::string& language, const std::string& pictures) {
    QPDF document;
    document.setSuppressWarnings(true);
    document.processMemoryFile("page", pdf.data(), pdf.size());
    QPDFObjectHandle root = document.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language));
    root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    gatherStructure(document);
    for (QPDFObjectHandle& object : document.getAllObjects())
        if (object.isDictionary() && object.getKey("/S").isNameAndEquals("/Figure"))
            object.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(pictures));
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.write();
    const std::shared_ptr<Buffer> bytes = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(bytes->getBuffer()), bytes->getSize()};
}

}  // namespace remise::labels
