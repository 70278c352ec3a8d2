#pragma once

#include <QtQml/qqmlregistration.h>

#include <QFileSystemWatcher>
#include <QImage>
#include <QMutex>
#include <QObject>
#include <QQuickImageProvider>
#include <QThread>
#include <QTimer>
#include <QVideoFrame>
#include <QVideoSink>
#include <memory>
#include <optional>

#include "labels/grey_picture.h"
#include "server/domain/scan.h"

class QCamera;
class QMediaCaptureSession;

namespace remise::terminal {

/// A camera as a scanner: on by a touch, off again with the first code it reads, or after half a minute. Of
/// several codes in view the one in the middle is read. Reads on a thread of its own, always the newest
/// picture.
class Camera : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    Q_PROPERTY(bool present READ isPresent NOTIFY changed)
    Q_PROPERTY(bool on READ isOn NOTIFY changed)
    Q_PROPERTY(bool dark READ isDark NOTIFY changed)
    Q_PROPERTY(bool broken READ isBroken NOTIFY changed)
    Q_PROPERTY(int pictures READ pictures NOTIFY pictureTaken)
public:
    /// `devices`: the folder where cameras appear.
    explicit Camera(QString devices = "/dev", QObject* parent = nullptr);
    ~Camera() override;

    /// There is one to be touched on.
    [[nodiscard]] bool isPresent() const { return m_isPresent; }
    [[nodiscard]] bool isOn() const { return m_isOn; }
    /// Too dark to read: a lamp would help.
    [[nodiscard]] bool isDark() const { return m_isDark; }
    /// It was touched on and gives no picture.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    /// How many it has taken; each new one may be shown.
    [[nodiscard]] int pictures() const { return m_pictures; }
    /// What it sees, in grey, no wider than a corner of the screen.
    [[nodiscard]] QImage picture() const;
    /// Where frames come in.
    [[nodiscard]] QVideoSink& sink() { return m_sink; }

public slots:
    void turnOn();
    void turnOff();

signals:
    void read(const remise::domain::Scan& scan);
    void changed();
    void pictureTaken();

private:
    void lookForCameras();
    void open();
    void fail();
    void take(const QVideoFrame&);
    void look(const QVideoFrame&);
    void hear(const labels::GreyPicture&, bool isDark, const std::optional<domain::Scan>&);

    QVideoSink m_sink;
    std::unique_ptr<QMediaCaptureSession> m_session;
    std::unique_ptr<QCamera> m_camera;
    QString m_folder;
    QFileSystemWatcher m_devices;
    QTimer m_patience;
    bool m_isPresent = false;
    bool m_isOn = false;
    bool m_isDark = false;
    bool m_isBroken = false;
    bool m_isLooking = false;
    int m_turn = 0;  ///< what was seen before it was turned off is of no interest
    int m_pictures = 0;
    std::optional<QVideoFrame> m_next;  ///< came while the one before was looked at
    mutable QMutex m_lock;              ///< of m_picture: QML asks for it from another thread
    QImage m_picture;
    QThread m_thread;
    QObject m_eye;  ///< lives on the thread that reads
};

/// `image://camera/N`: what the camera sees.
class CameraPictures : public QQuickImageProvider {
public:
    explicit CameraPictures(const Camera& camera)
        : QQuickImageProvider(QQuickImageProvider::Image), m_camera(camera) {}
    QImage requestImage(const QString& id, QSize* size, const QSize& wanted) override;

private:
    const Camera& m_camera;
};

}  // namespace remise::terminal
