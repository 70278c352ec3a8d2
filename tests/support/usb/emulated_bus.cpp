#include "tests/support/usb/emulated_bus.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <umockdev.h>

#include <csignal>
#include <iostream>

#include "tests/support/usb/emulated_port.h"
#include "tests/support/usb/glib_error.h"

namespace remise::test::usb {
namespace {

constexpr const char* hub =
    "P: /devices/pci0000:00/0000:00:14.0/usb1\n"
    "N: bus/usb/001/"
    "001=12010002090001406B1D020012050302010109021900010100E0000904000001090000000705810304000C\n"
    "E: DEVNAME=/dev/bus/usb/001/001\nE: DEVTYPE=usb_device\nE: SUBSYSTEM=usb\nE: MAJOR=189\nE: MINOR=0\n"
    "E: BUSNUM=001\nE: DEVNUM=001\nA: busnum=1\nA: devnum=1\nA: bConfigurationValue=1\n"
    "A: bNumConfigurations=1\nA: idVendor=1d6b\nA: idProduct=0002\nA: speed=480\n"
    "H: descriptors="
    "12010002090001406B1D020012050302010109021900010100E0000904000001090000000705810304000C\n\n";

}  // namespace

struct EmulatedBus::State {
    UMockdevTestbed* testbed = umockdev_testbed_new();
    std::vector<std::unique_ptr<EmulatedPort>> ports;
    GMainLoop* loop = g_main_loop_new(nullptr, FALSE);
    int status = 0;
};

EmulatedBus::EmulatedBus() : m_state(std::make_unique<State>()) {
    if (umockdev_in_mock_environment() == FALSE)
        throw std::runtime_error("An emulated USB wants to run under umockdev-wrapper");
    GError* error = nullptr;
    umockdev_testbed_add_from_string(m_state->testbed, hub, &error);
    check(error, "add the hub");
}

EmulatedBus::~EmulatedBus() {
    m_state->ports.clear();
    g_main_loop_unref(m_state->loop);
    g_object_unref(m_state->testbed);  // takes its folder away
}

void EmulatedBus::plug(std::unique_ptr<EmulatedDevice> device, const std::string& orders) {
    const int number = 1 + static_cast<int>(m_state->ports.size());
    m_state->ports.push_back(std::make_unique<EmulatedPort>(m_state->testbed, number, std::move(device)));
    if (!orders.empty()) hearOrders(*m_state->ports.back(), orders);
}

/// Opened for writing too, so that it never ends when a writer does.
void EmulatedBus::hearOrders(EmulatedPort& port, const std::string& pipe) {
    GError* error = nullptr;
    GIOChannel* channel = g_io_channel_new_file(pipe.c_str(), "r+", &error);
    check(error, "open " + pipe);
    const auto heard = [](GIOChannel* from, GIOCondition, gpointer data) -> gboolean {
        gchar* line = nullptr;
        gsize end = 0;
        if (g_io_channel_read_line(from, &line, nullptr, &end, nullptr) == G_IO_STATUS_NORMAL)
            static_cast<EmulatedPort*>(data)->order(std::string(line, end));
        g_free(line);
        return G_SOURCE_CONTINUE;
    };
    g_io_add_watch(channel, G_IO_IN, heard, &port);
}

int EmulatedBus::run(const std::vector<std::string>& command) {
    std::vector<gchar*> words;
    for (const std::string& word : command)
        words.push_back(const_cast<gchar*>(word.c_str()));
    words.push_back(nullptr);
    constexpr auto flags = static_cast<GSpawnFlags>(G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_SEARCH_PATH |
                                                    G_SPAWN_CHILD_INHERITS_STDIN);
    GPid child = 0;
    GError* error = nullptr;
    const auto endWithUs = [](gpointer) { prctl(PR_SET_PDEATHSIG, SIGTERM); };
    g_spawn_async(nullptr, words.data(), nullptr, flags, endWithUs, nullptr, &child, &error);
    check(error, "run " + command.front());
    const auto ended = [](GPid, gint status, gpointer data) {
        auto* state = static_cast<State*>(data);
        state->status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        g_main_loop_quit(state->loop);
    };
    g_child_watch_add(child, ended, m_state.get());
    g_main_loop_run(m_state->loop);
    return m_state->status;
}

std::chrono::microseconds EmulatedBus::sincePlugged() const {
    gint64 newest = 0;
    for (const auto& port : m_state->ports)
        newest = std::max(newest, port->pluggedAt());
    return std::chrono::microseconds(g_get_monotonic_time() - newest);
}

}  // namespace remise::test::usb
