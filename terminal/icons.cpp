#include "terminal/icons.h"

#include <QDebug>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace remise::terminal {

namespace {

constexpr QSize usualSize{96, 96};

/// Large pictures are drawn with a finer pen, so that small and large ones look alike in weight.
QByteArray penFor(int side) {
    constexpr int small = 128;
    constexpr int large = 240;
    return side <= small ? "2" : side <= large ? "1.6" : "1.25";
}

QString fileOf(const QString& name) {
    return ":/remise/icons/" + name + ".svg";
}

}  // namespace

bool Icons::has(const QString& name) {
    return QFile::exists(fileOf(name));
}

QImage Icons::requestImage(const QString& id, QSize* size, const QSize& wanted) {
    const QString name = id.section('/', 0, 0);
    const QString colour = id.section('/', 1, 1);
    QImage image(wanted.isValid() && !wanted.isEmpty() ? wanted : usualSize,
                 QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    *size = image.size();
    QFile file(fileOf(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon named %s", qPrintable(name));
        return image;
    }
    QByteArray drawing = file.readAll().replace("currentColor", "#" + colour.toLatin1());
    if (!name.startsWith("state-")) {
        drawing.replace("stroke-width=\"2\"", "stroke-width=\"" + penFor(image.width()) + "\"");
    }
    QSvgRenderer renderer(drawing);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

}  // namespace remise::terminal
