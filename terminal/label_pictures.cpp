#include "terminal/label_pictures.h"

namespace remise::terminal {

QImage LabelPictures::requestImage(const QString& id, QSize* size, const QSize&) {
    QImage image;
    image.loadFromData(QByteArray::fromBase64(id.toLatin1(), QByteArray::Base64UrlEncoding), "PNG");
    *size = image.size();
    return image;
}

QString LabelPictures::addressOf(const labels::Bitmap& label) {
    return "image://labels/" +
           QByteArray::fromStdString(labels::toPng(label)).toBase64(QByteArray::Base64UrlEncoding);
}

}  // namespace remise::terminal
