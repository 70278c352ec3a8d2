#include "terminal/camera.h"

#include <QCamera>
#include <QDir>
#include <QMediaCaptureSession>
#include <QMutexLocker>
#include <chrono>

#include "labels/barcode.h"
#include "terminal/video_picture.h"

namespace remise::terminal {

using namespace std::chrono_literals;
using labels::GreyPicture;

namespace {

constexpr auto offAfter = 30s;
constexpr int widestShown = 480;

QImage shown(const GreyPicture& picture) {
    const QImage whole(picture.levels.data(), picture.width, picture.height, picture.width,
                       QImage::Format_Grayscale8);
    return picture.width > widestShown ? whole.scaledToWidth(widestShown) : whole.copy();
}

std::optional<domain::Scan> codeIn(const GreyPicture& picture) {
    const auto codes = labels::readBarcodes(picture, labels::Effort::quick);
    const auto aimed = labels::aimedOne(codes, picture);
    if (!aimed) return {};
    return domain::Scan{aimed->text, aimed->kind, domain::ScanSource::camera};
}

}  // namespace

Camera::Camera(QString devices, QObject* parent) : QObject(parent), m_folder(std::move(devices)) {
    m_patience.setSingleShot(true);
    m_patience.setInterval(offAfter);
    connect(&m_patience, &QTimer::timeout, this, &Camera::turnOff);
    connect(&m_sink, &QVideoSink::videoFrameChanged, this, &Camera::take);
    // Qt's own list of cameras starts the whole of its multimedia; that waits until a camera is wanted.
    m_devices.addPath(m_folder);
    connect(&m_devices, &QFileSystemWatcher::directoryChanged, this, &Camera::lookForCameras);
    lookForCameras();
    m_eye.moveToThread(&m_thread);
    m_thread.start();
}

Camera::~Camera() {
    m_thread.quit();
    m_thread.wait();
}

void Camera::lookForCameras() {
    const bool isThere = !QDir(m_folder).entryList({"video*"}, QDir::System).isEmpty();
    if (std::exchange(m_isPresent, isThere) != isThere) emit changed();
}

void Camera::turnOn() {
    if (m_isOn) return;
    m_isOn = true;
    m_isDark = false;
    m_isBroken = false;
    ++m_turn;
    m_patience.start();
    if (m_isPresent) open();
    emit changed();
}

void Camera::turnOff() {
    if (!m_isOn) return;
    m_isOn = false;
    ++m_turn;
    m_patience.stop();
    m_next.reset();
    m_camera.reset();
    m_session.reset();
    {
        const QMutexLocker lock(&m_lock);
        m_picture = {};
    }
    emit changed();
}

void Camera::open() {
    m_session = std::make_unique<QMediaCaptureSession>();
    m_camera = std::make_unique<QCamera>();
    connect(m_camera.get(), &QCamera::errorOccurred, this, &Camera::fail);
    m_session->setCamera(m_camera.get());
    m_session->setVideoSink(&m_sink);
    m_camera->start();
    if (!m_camera->isAvailable()) fail();
}

void Camera::fail() {
    m_isBroken = true;
    emit changed();
}

void Camera::take(const QVideoFrame& frame) {
    if (!m_isOn || !frame.isValid()) return;
    if (m_isLooking) {
        m_next = frame;
        return;
    }
    look(frame);
}

void Camera::look(const QVideoFrame& frame) {
    m_isLooking = true;
    QMetaObject::invokeMethod(&m_eye, [this, frame, turn = m_turn] {
        const auto picture = greyOf(frame);
        const auto code = picture ? codeIn(*picture) : std::nullopt;
        QMetaObject::invokeMethod(this, [this, picture, code, turn] {
            m_isLooking = false;
            if (picture && turn == m_turn) hear(*picture, labels::isDark(*picture), code);
            if (m_isOn && m_next) look(*std::exchange(m_next, std::nullopt));
        });
    });
}

void Camera::hear(const GreyPicture& picture, bool isDark, const std::optional<domain::Scan>& code) {
    if (code) {
        turnOff();
        emit read(*code);
        return;
    }
    {
        const QMutexLocker lock(&m_lock);
        m_picture = shown(picture);
    }
    ++m_pictures;
    emit pictureTaken();
    if (std::exchange(m_isDark, isDark) != isDark) emit changed();
}

QImage Camera::picture() const {
    const QMutexLocker lock(&m_lock);
    return m_picture;
}

QImage CameraPictures::requestImage(const QString&, QSize* size, const QSize&) {
    QImage picture = m_camera.picture();
    if (picture.isNull()) {
        picture = QImage(4, 3, QImage::Format_Grayscale8);
        picture.fill(0);
    }
    if (size) *size = picture.size();
    return picture;
}

}  // namespace remise::terminal
