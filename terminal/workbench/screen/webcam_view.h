#pragma once

#include <QtQml/qqmlregistration.h>

#include <QImage>
#include <QMutex>
#include <QQuickPaintedItem>
#include <functional>
#include <thread>

#include "terminal/workbench/screen/video_source.h"

namespace remise::workbench {

/// What the machine's camera sees, as in a mirror, for as long as this is on the screen. The pictures stay in
/// memory, one at a time.
class WebcamView : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    /// looking: no picture yet; seeing; dark: perhaps its shutter is closed; broken: there is one, and no
    /// picture comes; none: there is no camera.
    Q_PROPERTY(QString how READ how NOTIFY changed)

public:
    using Opening = std::function<std::unique_ptr<VideoSource>()>;

    explicit WebcamView(QQuickItem* parent = nullptr);
    WebcamView(Opening open, QQuickItem* parent);
    ~WebcamView() override;

    [[nodiscard]] QString how() const { return m_how; }
    void paint(QPainter*) override;

signals:
    void changed();

private:
    void see(const std::stop_token& isOver, const Opening& open);
    void tell(const QString& how);
    void show();

    QString m_how = "looking";
    QMutex m_lock;  ///< of the next two, which the camera's thread fills
    QImage m_next;  ///< not shown yet
    bool m_isTold = false;
    QImage m_picture;
    std::jthread m_thread;
};

}  // namespace remise::workbench
