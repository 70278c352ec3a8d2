#pragma once

#include <linux/usbdevice_fs.h>
#include <umockdev.h>

#include <cstddef>
#include <string_view>

namespace remise::test::usb {

/// A transfer that the program has handed to the kernel.
struct EmulatedTransfer {
    UMockdevIoctlData* header;
    UMockdevIoctlData* buffer;
    std::size_t carried = 0;  ///< of one that was not carried whole, when the program takes it back

    [[nodiscard]] const usbdevfs_urb& said() const { return *reinterpret_cast<usbdevfs_urb*>(header->data); }
    [[nodiscard]] std::string_view bytes() const {
        if (buffer == nullptr) return {};
        return {reinterpret_cast<const char*>(buffer->data), static_cast<std::size_t>(said().buffer_length)};
    }
    void put(std::size_t offset, std::string_view bytes) const {
        umockdev_ioctl_data_update(buffer, offset, reinterpret_cast<guint8*>(const_cast<char*>(bytes.data())),
                                   static_cast<gint>(bytes.size()));
    }
    /// True: it has ended.
    bool end(int status, std::size_t count) const {
        int length = static_cast<int>(count);
        umockdev_ioctl_data_update(header, offsetof(usbdevfs_urb, status), reinterpret_cast<guint8*>(&status),
                                   sizeof status);
        umockdev_ioctl_data_update(header, offsetof(usbdevfs_urb, actual_length),
                                   reinterpret_cast<guint8*>(&length), sizeof length);
        return true;
    }
};

}  // namespace remise::test::usb
