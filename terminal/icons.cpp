#include "terminal/icons.h"

#include <QDebug>
#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

namespace remise::terminal {

namespace {

constexpr QSize usualSize{96, 96};

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
    const QByteArray drawing = file.readAll().replace("currentColor", "#" + colour.toLatin1());
    QSvgRenderer renderer(drawing);
    renderer.setAspectRatioMode(Qt::KeepAspectRatio);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

}  // namespace remise::terminal
