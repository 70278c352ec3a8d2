#include "tests/support/usb/emulated_port.h"

#include <sys/ioctl.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include "tests/support/usb/device_words.h"
#include "tests/support/usb/glib_error.h"

namespace remise::test::usb {
namespace {

std::string hex(std::string_view bytes) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (const char c : bytes)
        text += {digits[static_cast<unsigned char>(c) >> 4], digits[static_cast<unsigned char>(c) & 15]};
    return text;
}

void answer(UMockdevIoctlClient* client, long result, int error) {
    umockdev_ioctl_client_complete(client, result, error);
}

void answerLater(UMockdevIoctlClient* client, int error) {
    struct Waiting {
        UMockdevIoctlClient* client;
        int error;
    };
    constexpr guint moment =
        2;  // milliseconds; libusb asks again at once when it hears that there is nothing
    const auto answerNow = [](gpointer data) -> gboolean {
        const std::unique_ptr<Waiting> held(static_cast<Waiting*>(data));
        answer(held->client, -1, held->error);
        g_object_unref(held->client);
        return G_SOURCE_REMOVE;
    };
    g_timeout_add(moment, answerNow, new Waiting{UMOCKDEV_IOCTL_CLIENT(g_object_ref(client)), error});
}

void tellCapabilities(UMockdevIoctlClient* client, UMockdevIoctlData* argument) {
    GError* error = nullptr;
    auto* data = umockdev_ioctl_data_resolve(argument, 0, sizeof(guint32), &error);
    check(error, "read an ioctl");
    guint32 all = USBDEVFS_CAP_ZERO_PACKET | USBDEVFS_CAP_BULK_CONTINUATION |
                  USBDEVFS_CAP_NO_PACKET_SIZE_LIM | USBDEVFS_CAP_REAP_AFTER_DISCONNECT;
    umockdev_ioctl_data_update(data, 0, reinterpret_cast<guint8*>(&all), sizeof all);
    answer(client, 0, 0);
}

std::string textDescriptor(const EmulatedDevice& device, int index) {
    if (index == 0) return {4, 3, 9, 4};
    const std::string text = device.text(index);
    std::string made{static_cast<char>(2 + 2 * text.size()), 3};
    for (const char c : text)
        made += {c, '\0'};
    return made;
}

}  // namespace

EmulatedPort::EmulatedPort(UMockdevTestbed* testbed, int number, std::unique_ptr<EmulatedDevice> device)
    : m_testbed(testbed), m_number(number), m_device(std::move(device)) {
    g_signal_connect(m_handler, "handle-ioctl", G_CALLBACK(heard), this);
    if (m_device->mishaps.plugAfter >= 0)
        plugLater(m_device->mishaps.plugAfter);
    else if (!m_device->mishaps.isAway)
        plug();
}

void EmulatedPort::order(const std::string& words) {
    m_device->mishaps.plugAfter = -1;
    usb::order(*m_device, words);
    if (m_isGone && m_device->mishaps.plugAfter >= 0) plugLater(m_device->mishaps.plugAfter);
}

std::string EmulatedPort::node() const {
    return "/dev/bus/usb/001/0" + std::to_string(m_number + 10);
}

std::string EmulatedPort::path() const {
    return "/devices/pci0000:00/0000:00:14.0/usb1/1-" + std::to_string(m_number);
}

/// In umockdev's words; the numbers of maker and product stand in the descriptor, the lower byte first.
std::string EmulatedPort::description() const {
    const std::string all = hex(m_device->descriptors());
    const auto word = [&](std::size_t at) { return all.substr(at * 2 + 2, 2) + all.substr(at * 2, 2); };
    const std::string number = std::to_string(m_number + 10), minor = std::to_string(m_number + 9);
    return "P: " + path() + "\nN: " + node().substr(5) + "=" + all + "\nE: DEVNAME=" + node() +
           "\nE: DEVTYPE=usb_device\nE: DRIVER=usb\nE: BUSNUM=001\nE: DEVNUM=0" + number +
           "\nE: MAJOR=189\nE: MINOR=" + minor +
           "\nE: SUBSYSTEM=usb\nA: bConfigurationValue=1\nA: bNumConfigurations=1\nA: busnum=1\nA: devnum=" +
           number + "\nA: idVendor=" + word(8) + "\nA: idProduct=" + word(10) +
           "\nA: speed=480\nA: dev=189:" + minor + "\nH: descriptors=" + all + "\n\n";
}

void EmulatedPort::plug() {
    GError* error = nullptr;
    if (m_pluggedAt != 0) umockdev_testbed_detach_ioctl(m_testbed, node().c_str(), &error);
    check(error, "stop hearing the ioctls of " + node());
    umockdev_testbed_attach_ioctl(m_testbed, node().c_str(), m_handler, &error);
    check(error, "hear the ioctls of " + node());
    // Last, for a program may see it before it is told.
    umockdev_testbed_add_from_string(m_testbed, description().c_str(), &error);
    check(error, "add an emulated device");
    if (m_device->mishaps.isForbidden) forbid();
    m_isGone = m_isStalled = false;
    m_pluggedAt = g_get_monotonic_time();
}

/// A folder in the node's place: not even root can open it.
void EmulatedPort::forbid() {
    gchar* root = umockdev_testbed_get_root_dir(m_testbed);
    const std::filesystem::path place = root + node();
    g_free(root);
    std::filesystem::remove(place);
    std::filesystem::create_directory(place);
}

/// What hangs in the device when it goes comes back with an error, as from a real one.
void EmulatedPort::unplug() {
    m_isGone = true;
    umockdev_testbed_uevent(m_testbed, ("/sys" + path()).c_str(), "remove");
    umockdev_testbed_remove_device(m_testbed, ("/sys" + path()).c_str());
    if (m_device->mishaps.replugAfter >= 0) plugLater(m_device->mishaps.replugAfter);
}

void EmulatedPort::plugLater(int milliseconds) {
    const auto plugNow = [](gpointer self) -> gboolean {
        auto* port = static_cast<EmulatedPort*>(self);
        port->plug();
        umockdev_testbed_uevent(port->m_testbed, ("/sys" + port->path()).c_str(), "add");
        return G_SOURCE_REMOVE;
    };
    g_timeout_add(static_cast<guint>(milliseconds), plugNow, this);
}

gboolean EmulatedPort::heard(UMockdevIoctlBase*, UMockdevIoctlClient* client, gpointer self) {
    static_cast<EmulatedPort*>(self)->serve(client);
    return TRUE;
}

void EmulatedPort::serve(UMockdevIoctlClient* client) {
    auto* argument = umockdev_ioctl_client_get_arg(client);
    switch (umockdev_ioctl_client_get_request(client)) {
        case USBDEVFS_GET_CAPABILITIES:
            return tellCapabilities(client, argument);
        case USBDEVFS_GETDRIVER:
            return answer(client, -1, ENODATA);
        case USBDEVFS_DISCONNECT_CLAIM:
        case USBDEVFS_CLAIMINTERFACE:
            if (m_device->mishaps.isTaken) return answer(client, -1, EBUSY);
            return m_isGone ? answer(client, -1, ENODEV) : answer(client, 0, 0);
        case USBDEVFS_CLEAR_HALT:
            m_isStalled = m_device->mishaps.staysStalled && m_isStalled;
            [[fallthrough]];
        case USBDEVFS_RELEASEINTERFACE:
        case USBDEVFS_SETINTERFACE:
        case USBDEVFS_RESET:
        case USBDEVFS_IOCTL:
            return m_isGone ? answer(client, -1, ENODEV) : answer(client, 0, 0);
        case USBDEVFS_SUBMITURB:
            return submit(client, argument);
        case USBDEVFS_DISCARDURB:
            return discard(client, argument);
        case USBDEVFS_REAPURB:
        case USBDEVFS_REAPURBNDELAY:
            return reap(client, argument);
        default:
            return answer(client, -1, ENOTTY);
    }
}

void EmulatedPort::submit(UMockdevIoctlClient* client, UMockdevIoctlData* argument) {
    if (m_isGone) return answer(client, -1, ENODEV);
    GError* error = nullptr;
    auto* header = umockdev_ioctl_data_resolve(argument, 0, sizeof(usbdevfs_urb), &error);
    check(error, "read a transfer");
    EmulatedTransfer transfer{umockdev_ioctl_data_ref(header), nullptr};
    if (const int length = transfer.said().buffer_length; length > 0) {
        auto* buffer = umockdev_ioctl_data_resolve(header, offsetof(usbdevfs_urb, buffer),
                                                   static_cast<gsize>(length), &error);
        check(error, "read a transfer's bytes");
        transfer.buffer = umockdev_ioctl_data_ref(buffer);
    }
    m_pending.push_back(transfer);
    work();
    answer(client, 0, 0);
}

void EmulatedPort::discard(UMockdevIoctlClient* client, UMockdevIoctlData* argument) {
    gulong address = 0;
    std::memcpy(&address, argument->data, sizeof address);
    for (auto transfer = m_pending.begin(); transfer != m_pending.end(); ++transfer)
        if (transfer->header->client_addr == address) {
            transfer->end(-ENOENT, transfer->carried);
            m_done.push_back(*transfer);
            m_pending.erase(transfer);
            return answer(client, 0, 0);
        }
    answer(client, -1, EINVAL);
}

void EmulatedPort::reap(UMockdevIoctlClient* client, UMockdevIoctlData* argument) {
    work();
    if (m_done.empty()) return answerLater(client, m_isGone ? ENODEV : EAGAIN);
    GError* error = nullptr;
    auto* data = umockdev_ioctl_data_resolve(argument, 0, sizeof(void*), &error);
    check(error, "give a transfer back");
    umockdev_ioctl_data_set_ptr(data, 0, m_done.front().header);
    m_done.pop_front();
    answer(client, 0, 0);
}

void EmulatedPort::work() {
    for (auto transfer = m_pending.begin(); transfer != m_pending.end();) {
        if (!carry(*transfer)) {
            ++transfer;
            continue;
        }
        m_done.push_back(*transfer);
        transfer = m_pending.erase(transfer);
    }
}

bool EmulatedPort::carry(EmulatedTransfer& transfer) {
    constexpr int in = 0x80;
    if (m_isGone) return transfer.end(-ESHUTDOWN, 0);
    if (transfer.said().type == USBDEVFS_URB_TYPE_CONTROL) {
        if (m_device->mishaps.isMute) return false;
        control(transfer);
        return true;
    }
    if ((transfer.said().endpoint & in) == 0) return take(transfer);
    if (m_device->mishaps.refusesToSay) return transfer.end(-EPIPE, 0);
    const auto said = m_device->say(static_cast<std::size_t>(transfer.said().buffer_length));
    if (!said) return false;
    transfer.put(0, *said);
    return transfer.end(0, said->size());
}

/// The eight bytes of setup come before the data.
void EmulatedPort::control(const EmulatedTransfer& transfer) {
    const std::string_view bytes = transfer.bytes();
    const auto byte = [&](std::size_t at) { return static_cast<std::uint8_t>(bytes[at]); };
    const auto word = [&](std::size_t at) {
        return static_cast<std::uint16_t>(byte(at) | byte(at + 1) << 8);
    };
    const Setup setup{byte(0), byte(1), word(2), word(4)};
    const bool isText = setup.type == 0x80 && setup.request == 6 && setup.value >> 8 == 3;
    const auto said = isText ? textDescriptor(*m_device, setup.value & 0xff) : m_device->control(setup);
    if (!said) {
        transfer.end(-EPIPE, 0);
        return;
    }
    const std::string cut = said->substr(0, word(6));
    transfer.put(8, cut);
    transfer.end(0, cut.size());
}

/// A device takes bytes until its mishap; what came before counts.
bool EmulatedPort::take(EmulatedTransfer& transfer) {
    if (m_isStalled) return transfer.end(-EPIPE, 0);
    Mishaps& mishaps = m_device->mishaps;
    const std::size_t before = m_device->taken.size(), size = transfer.bytes().size();
    const auto comesNow = [&](std::size_t at) { return at != Mishaps::never && before + size > at; };
    const auto takeUpTo = [&](std::size_t& at) {
        const auto came = transfer.bytes().substr(0, at > before ? at - before : 0);
        at = Mishaps::never;
        m_device->take(came);
        return came.size();
    };
    if (comesNow(mishaps.freezeAt)) {
        if (before < mishaps.freezeAt) {
            transfer.carried = mishaps.freezeAt - before;
            m_device->take(transfer.bytes().substr(0, transfer.carried));
        }
        return false;
    }
    if (!mishaps.unplugOn.empty() && transfer.bytes().find(mishaps.unplugOn) != std::string_view::npos) {
        mishaps.unplugOn.clear();
        m_device->take(transfer.bytes());
        transfer.end(-ESHUTDOWN, 0);  // it came, and nobody was told
        unplug();
        return true;
    }
    if (comesNow(mishaps.unplugAt)) {
        transfer.end(-ESHUTDOWN, takeUpTo(mishaps.unplugAt));
        unplug();
        return true;
    }
    if (comesNow(mishaps.stallAt)) {
        m_isStalled = true;
        return transfer.end(-EPIPE, takeUpTo(mishaps.stallAt));
    }
    m_device->take(transfer.bytes());
    return transfer.end(0, size);
}

}  // namespace remise::test::usb
