#pragma once

#include <QObject>
#include <QThread>
#include <QTimer>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/printers/printer.h"
#include "terminal/label_places.h"
#include "terminal/print_queue.h"

namespace remise::terminal {

/// The label printers of this terminal: those that are plugged in, or that it was told, each with its queue
/// and thread. Labels of a kind go where a leader has chosen, else to the first printer that takes them; one
/// that somebody waits for follows, as long as nothing of it has been sent.
class Printers : public QObject {
    Q_OBJECT
public:
    struct World {
        std::function<std::vector<drivers::PrinterIdentity>()> find;
        std::function<std::unique_ptr<drivers::Printer>(const std::string& id)> open;
    };
    /// `find` and `open` are called on other threads, and may take their time.
    Printers(World, const std::filesystem::path& folder, QObject* parent = nullptr);
    ~Printers() override;

    struct Known {
        drivers::PrinterIdentity identity;
        std::optional<drivers::PrinterState> state;  ///< nothing until it was asked
        int waiting;                                 ///< labels
        std::optional<std::string> doubtful;         ///< the label that has to be found
    };
    /// Those that are there, also those that may not be used, and those that are missed: in the order of
    /// their ids.
    [[nodiscard]] std::vector<Known> known() const;
    /// What is plugged in may have changed.
    void lookAround();
    /// Asks all that are there how they are.
    void ask();

    /// Where labels of this kind come out; nothing when no printer that is there takes them.
    [[nodiscard]] std::optional<LabelPlace> placeOf(std::string_view kind) const;
    /// The papers of a kind for a printer, the likeliest first.
    [[nodiscard]] std::vector<labels::Paper> papersOf(const std::string& printer,
                                                      std::string_view kind) const;
    void choose(std::string_view kind, const LabelPlace&);
    /// The next label of this kind is to be looked at before it is printed: it is the first one today.
    [[nodiscard]] bool wantsLook(std::string_view kind) const;
    /// It was looked at as it comes out there. Not kept of a printer that has never answered: what was seen
    /// may have had other dots.
    void keepLook(std::string_view kind, const LabelPlace&);

    /// As it would come out at the place of its kind.
    [[nodiscard]] domain::Outcome<labels::Bitmap> draw(std::string_view kind,
                                                       const domain::Value& data) const;
    /// At the place of its kind. Refused when there is none; and a label made again, when the one before may
    /// be out, or a queue that cannot be read may hold it.
    domain::Verdict print(PrintQueue::Label);
    /// A page that shows what this printer does with the labels that go there.
    domain::Verdict printTest(const std::string& printer, domain::Language);

    /// The queue that has a label of this name; null when none has.
    [[nodiscard]] PrintQueue* queueWith(const std::string& name) const;
    /// As PrintQueue has it, of whichever printer.
    [[nodiscard]] std::optional<domain::Refusal> whyGivenUp(const std::string& name) const;

signals:
    void printed(const QString& name);
    void changed();

private:
    /// Destroyed from below: the queue ends before its printer.
    struct Desk {
        drivers::PrinterIdentity identity;
        bool isThere = false;
        bool wasThere = false;  ///< since the start: missed when it is pulled out
        std::unique_ptr<drivers::Printer> printer;
        std::unique_ptr<PrintQueue> queue;
    };

    void take(const std::vector<drivers::PrinterIdentity>& found);
    void follow();
    void follow(PrintQueue& from, const std::string& printer);
    void setUp(const drivers::PrinterIdentity&);
    void setUpKept();

    World m_world;
    std::filesystem::path m_folder;
    LabelPlaces m_places;
    std::map<std::string, Desk> m_desks;             ///< by id
    std::vector<drivers::PrinterIdentity> m_silent;  ///< plugged in, and nobody knows yet what they are
    QTimer m_again;                                  ///< they are looked at again
    bool m_isLooking = false;
    bool m_looksAgain = false;
    bool m_isFollowing = false;
    QThread m_thread;
    QObject m_eye;  ///< lives on its thread: looks what is plugged in
};

}  // namespace remise::terminal
