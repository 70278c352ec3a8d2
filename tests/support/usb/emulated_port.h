#pragma once

#include <umockdev.h>

#include <deque>
#include <memory>
#include <string>

#include "tests/support/usb/emulated_device.h"
#include "tests/support/usb/emulated_transfer.h"

namespace remise::test::usb {

/// A socket of the hub with a device in it, and what the kernel's usbfs does for a program that uses it
/// (linux/usbdevice_fs.h).
class EmulatedPort {
public:
    EmulatedPort(UMockdevTestbed*, int number, std::unique_ptr<EmulatedDevice>);
    EmulatedPort(const EmulatedPort&) = delete;
    EmulatedPort& operator=(const EmulatedPort&) = delete;

    /// What befalls it from now on, as device_words.h has it. `plug=MS` puts back a cable that was pulled.
    void order(const std::string& words);
    /// When the device was last plugged in, in microseconds of GLib's clock that only goes forward.
    [[nodiscard]] gint64 pluggedAt() const { return m_pluggedAt; }

private:
    [[nodiscard]] std::string node() const;
    [[nodiscard]] std::string path() const;
    [[nodiscard]] std::string description() const;
    void plug();
    void forbid();
    void unplug();
    void plugLater(int milliseconds);

    static gboolean heard(UMockdevIoctlBase*, UMockdevIoctlClient*, gpointer self);
    void serve(UMockdevIoctlClient*);
    void submit(UMockdevIoctlClient*, UMockdevIoctlData* argument);
    void discard(UMockdevIoctlClient*, UMockdevIoctlData* argument);
    void reap(UMockdevIoctlClient*, UMockdevIoctlData* argument);

    void work();
    /// Whether the transfer has ended.
    bool carry(EmulatedTransfer&);
    void control(const EmulatedTransfer&);
    bool take(EmulatedTransfer&);

    UMockdevTestbed* m_testbed;
    int m_number;
    std::unique_ptr<EmulatedDevice> m_device;
    UMockdevIoctlBase* m_handler = umockdev_ioctl_base_new();
    std::deque<EmulatedTransfer> m_pending, m_done;
    bool m_isGone = true;
    bool m_isStalled = false;
    gint64 m_pluggedAt = 0;
};

}  // namespace remise::test::usb
