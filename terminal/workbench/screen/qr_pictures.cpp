#include "terminal/workbench/screen/qr_pictures.h"

#include "labels/barcode.h"

namespace remise::workbench {

QImage QrPictures::requestImage(const QString& id, QSize* size, const QSize& wanted) {
    constexpr int usual = 320;
    const int side = wanted.isValid() && wanted.width() > 0 ? wanted.width() : usual;
    const auto code = labels::largestQr(QUrl::fromPercentEncoding(id.toUtf8()).toStdString(), side);
    QImage image(side, side, QImage::Format_RGB32);
    image.fill(Qt::white);
    if (code) {
        const int margin = (side - code->width()) / 2;
        for (int y = 0; y < code->height(); ++y)
            for (int x = 0; x < code->width(); ++x)
                if (code->isBlack(x, y)) image.setPixel(margin + x, margin + y, qRgb(0, 0, 0));
    }
    *size = image.size();
    return image;
}

}  // namespace remise::workbench
