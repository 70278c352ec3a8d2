#pragma once

#include <QQuickImageProvider>

#include "labels/bitmap.h"

namespace remise::terminal {

/// Shows labels as they will be printed, a dot a pixel: `image://labels/…`. The address holds the dots
/// themselves, so that one address is one picture for ever.
class LabelPictures : public QQuickImageProvider {
public:
    LabelPictures() : QQuickImageProvider(QQuickImageProvider::Image) {}

    QImage requestImage(const QString& id, QSize* size, const QSize& wanted) override;

    static QString addressOf(const labels::Bitmap&);
};

}  // namespace remise::terminal
