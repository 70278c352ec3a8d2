#include "terminal/workbench/screen/usb_places.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>

namespace remise::workbench {

namespace fs = std::filesystem;

namespace {

struct Port {
    std::string name, peer, connection;
    bool isFilled = false;
    bool holdsHub = false;
};

std::string lineOf(const fs::path& path) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

/// Folders of the kernel vanish while they are read: what cannot be read is not there.
std::vector<fs::path> foldersIn(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code none;
    for (fs::directory_iterator entry(folder, none), end; !none && entry != end; entry.increment(none))
        if (entry->is_directory(none)) found.push_back(entry->path());
    return found;
}

bool isThere(const fs::path& path) {
    std::error_code none;
    return fs::exists(path, none);
}

/// Every port of every hub, by name: "1-2:1.0/1-2-port3" is the third of the hub "1-2".
std::map<std::string, Port> portsIn(const fs::path& devices) {
    std::map<std::string, Port> ports;
    for (const fs::path& hub : foldersIn(devices))
        for (const fs::path& folder : foldersIn(hub)) {
            Port port;
            port.name = folder.filename().string();
            if (port.name.find("-port") == port.name.npos) continue;
            port.connection = lineOf(folder / "connect_type");
            port.isFilled = isThere(folder / "device");
            constexpr auto hubClass = "09";
            port.holdsHub = port.isFilled && lineOf(folder / "device" / "bDeviceClass") == hubClass;
            std::error_code none;
            port.peer = fs::read_symlink(folder / "peer", none).filename().string();
            ports.emplace(port.name, port);
        }
    return ports;
}

/// The port that the hub of this one is plugged into; none where that is the machine itself. The hub "1-2.3"
/// is in the third port of "1-2", which is in the second port of "usb1".
std::optional<std::string> portOfHub(const std::string& port) {
    const std::string hub = port.substr(0, port.rfind("-port"));
    if (hub.starts_with("usb")) return {};
    const auto dot = hub.rfind('.'), dash = hub.find('-');
    if (dot != hub.npos) return hub.substr(0, dot) + "-port" + hub.substr(dot + 1);
    if (dash == hub.npos) return {};
    return "usb" + hub.substr(0, dash) + "-port" + hub.substr(dash + 1);
}

/// Somebody's hub, plugged in from outside, is one plug in one place.
bool isBehindPlug(const std::map<std::string, Port>& ports, const std::string& name) {
    for (auto above = portOfHub(name); above; above = portOfHub(*above)) {
        const auto port = ports.find(*above);
        if (port != ports.end() && port->second.connection == "hotplug") return true;
    }
    return false;
}

bool isInside(const Port& port) {
    return port.connection == "hardwired" || port.connection == "not used";
}

}  // namespace

UsbPlaces usbPlaces(const fs::path& devices) {
    const auto ports = portsIn(devices);
    UsbPlaces all;
    all.areKnown =
        std::ranges::any_of(ports, [](const auto& port) { return port.second.connection == "hotplug"; });
    std::map<std::string, bool> places;
    for (const auto& [name, port] : ports) {
        const bool counts = all.areKnown ? port.connection == "hotplug" && !isBehindPlug(ports, name)
                                         : !isInside(port) && !port.holdsHub;
        if (!counts) continue;
        const std::string& place = port.peer.empty() ? name : std::min(name, port.peer);
        places[place] = places[place] || port.isFilled;
    }
    for (const auto& [name, isFilled] : places)
        all.places.push_back({name, isFilled});
    return all;
}

bool SeenPlaces::look(const UsbPlaces& now) {
    const auto before = m_seen.size();
    for (const UsbPlace& place : now.places) {
        if (m_isFirst && !now.areKnown && place.isFilled) m_before.insert(place.name);
        if (!place.isFilled)
            m_before.erase(place.name);
        else if (!m_before.contains(place.name))
            m_seen.insert(place.name);
    }
    const bool isOther = m_isFirst || now.places.size() != m_last.places.size();
    m_isFirst = false;
    m_last = now;
    return isOther || m_seen.size() != before;
}

std::vector<UsbPlace> SeenPlaces::shown() const {
    std::vector<UsbPlace> rows;
    if (m_last.areKnown)
        for (const UsbPlace& place : m_last.places)
            rows.push_back({place.name, m_seen.contains(place.name)});
    else
        for (const std::string& name : m_seen)
            rows.push_back({name, true});
    return rows;
}

}  // namespace remise::workbench
