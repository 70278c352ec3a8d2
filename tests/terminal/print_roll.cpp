// print_roll FOLDER COUNT: prints a roll of labels on a virtual printer, and may be killed at any moment. The
// first run puts COUNT labels into the queue, each under its number; later ones go on. Says what is in doubt
// and waits for "destroyed" or "found" on its input.
#include <QCoreApplication>
#include <QSocketNotifier>
#include <fstream>
#include <iostream>

#include "drivers/printers/virtual/virtual_printer.h"
#include "terminal/print_queue.h"
#include "tests/terminal/floor.h"

using namespace remise;

int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const std::filesystem::path folder = argv[1];
    drivers::VirtualPrinter printer(folder);
    const bool isNew = !std::filesystem::exists(folder / "filled");
    terminal::PrintQueue queue(&printer, folder);
    const int count = std::stoi(argv[2]);
    for (int i = 1; isNew && i <= count; ++i) {
        const std::string code = floor_of::code(domain::CodeKind::unit, static_cast<std::uint64_t>(i));
        const domain::Value data = domain::Value::Object{{"code", code}, {"url", "https://remise.example"}};
        if (!queue.add({"unit", data, code, terminal::PrintQueue::Purpose::roll}).ok()) return 1;
    }
    std::ofstream(folder / "filled") << "the queue has them all";
    std::cout << "kept " << queue.waiting() << std::endl;
    const auto tell = [&] {
        if (const auto code = queue.doubtful()) std::cout << "doubt " << *code << std::endl;
        if (queue.waiting() == 0) QCoreApplication::quit();
    };
    QObject::connect(&queue, &terminal::PrintQueue::changed, tell);
    QSocketNotifier told(0, QSocketNotifier::Read);
    QObject::connect(&told, &QSocketNotifier::activated, [&] {
        std::string word, code;
        if (!(std::cin >> word >> code)) return QCoreApplication::exit(1);
        word == "found" ? queue.found(code) : queue.destroyed(code);
    });
    tell();
    return queue.waiting() == 0 ? 0 : QCoreApplication::exec();
}
