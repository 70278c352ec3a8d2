#include "terminal/workbench/screen/webcam_view.h"

#include <QMetaObject>
#include <QMutexLocker>
#include <QPainter>
#include <chrono>
#include <stdexcept>

#include "labels/grey_picture.h"

namespace remise::workbench {

using namespace std::chrono_literals;

namespace {

/// A camera that has given nothing for so long gives nothing.
constexpr auto patience = 6s;

bool isDark(const QImage& picture) {
    constexpr int width = 64;
    const QImage grey = picture.scaledToWidth(width).convertToFormat(QImage::Format_Grayscale8);
    labels::GreyPicture levels(grey.width(), grey.height());
    for (int y = 0; y < grey.height(); ++y)
        std::copy_n(grey.constScanLine(y), grey.width(), &levels.at(0, y));
    return labels::isDark(levels);
}

}  // namespace

WebcamView::WebcamView(QQuickItem* parent) : WebcamView([] { return openCamera(); }, parent) {
}

WebcamView::WebcamView(Opening open, QQuickItem* parent)
    : QQuickPaintedItem(parent),
      m_thread([this, open = std::move(open)](const std::stop_token& isOver) { see(isOver, open); }) {
}

WebcamView::~WebcamView() {
    m_thread.request_stop();
    m_thread.join();
}

void WebcamView::see(const std::stop_token& isOver, const Opening& open) {
    try {
        const auto camera = open();
        if (!camera) return tell("none");
        for (auto last = std::chrono::steady_clock::now(); !isOver.stop_requested();) {
            const auto picture = camera->next();
            const auto time = std::chrono::steady_clock::now();
            if (!picture) {
                if (time - last > patience) return tell("broken");
                continue;
            }
            last = time;
            const QMutexLocker lock(&m_lock);
            m_next = *picture;
            // The newest one is shown when there is time for it.
            if (!std::exchange(m_isTold, true)) QMetaObject::invokeMethod(this, &WebcamView::show);
        }
    } catch (const std::runtime_error&) {
        tell("broken");
    }
}

void WebcamView::tell(const QString& how) {
    QMetaObject::invokeMethod(this, [this, how] {
        m_picture = {};
        m_how = how;
        update();
        emit changed();
    });
}

void WebcamView::show() {
    {
        const QMutexLocker lock(&m_lock);
        m_isTold = false;
        m_picture = std::exchange(m_next, {});
    }
    const QString how = isDark(m_picture) ? "dark" : "seeing";
    if (std::exchange(m_how, how) != how) emit changed();
    update();
}

void WebcamView::paint(QPainter* painter) {
    if (m_picture.isNull()) return;
    const QSizeF size = QSizeF(m_picture.size()).scaled(QSizeF(width(), height()), Qt::KeepAspectRatio);
    painter->translate(width() / 2, height() / 2);
    painter->scale(-1, 1);
    painter->drawImage(QRectF(-size.width() / 2, -size.height() / 2, size.width(), size.height()), m_picture);
}

}  // namespace remise::workbench
