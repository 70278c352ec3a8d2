#pragma once

#include <QQuickImageProvider>
#include <QUrl>

namespace remise::workbench {

/// `image://qr/TEXT`, percent-encoded: a QR code as large as asked for in whole dots a module.
class QrPictures : public QQuickImageProvider {
public:
    QrPictures() : QQuickImageProvider(QQuickImageProvider::Image) {}
    QImage requestImage(const QString& id, QSize* size, const QSize& wanted) override;
};

}  // namespace remise::workbench
