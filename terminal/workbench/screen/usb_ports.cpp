#include "terminal/workbench/screen/usb_ports.h"

#include <QVariantMap>
#include <algorithm>

namespace remise::workbench {

UsbPorts::UsbPorts(QObject* parent) : UsbPorts("/sys/bus/usb/devices", parent) {
}

UsbPorts::UsbPorts(std::filesystem::path devices, QObject* parent)
    : QObject(parent), m_devices(std::move(devices)) {
    constexpr int pause = 300;  // ms: a plug that is pushed in and out again is seen
    connect(&m_timer, &QTimer::timeout, this, &UsbPorts::look);
    m_timer.start(pause);
    look();
}

void UsbPorts::look() {
    const UsbPlaces now = usbPlaces(m_devices);
    m_isKnown = now.areKnown;
    if (m_seen.look(now)) emit changed();
}

QVariantList UsbPorts::places() const {
    QVariantList rows;
    for (const UsbPlace& place : m_seen.shown())
        rows.append(QVariantMap{{"name", QString::fromStdString(place.name)}, {"seen", place.isFilled}});
    return rows;
}

int UsbPorts::seen() const {
    return static_cast<int>(std::ranges::count_if(m_seen.shown(), &UsbPlace::isFilled));
}

}  // namespace remise::workbench
