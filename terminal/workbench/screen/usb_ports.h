#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QTimer>
#include <QVariantList>

#include "terminal/workbench/screen/usb_places.h"

namespace remise::workbench {

/// The places for USB plugs as the screen shows them, looked at again three times a second.
class UsbPorts : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// [{name, seen}]
    Q_PROPERTY(QVariantList places READ places NOTIFY changed)
    /// How many places there are is known; otherwise the person knows.
    Q_PROPERTY(bool known READ isKnown NOTIFY changed)
    Q_PROPERTY(int seen READ seen NOTIFY changed)

public:
    explicit UsbPorts(QObject* parent = nullptr);
    UsbPorts(std::filesystem::path devices, QObject* parent);

    [[nodiscard]] QVariantList places() const;
    [[nodiscard]] bool isKnown() const { return m_isKnown; }
    [[nodiscard]] int seen() const;
    void look();

signals:
    void changed();

private:
    const std::filesystem::path m_devices;
    SeenPlaces m_seen;
    bool m_isKnown = false;
    QTimer m_timer;
};

}  // namespace remise::workbench
