// Puts the parts together: a command runs without a display, anything else opens the client.
#include "base/clock.h"
#include "base/log.h"
#include "base/platform.h"
#include "cli/run.h"
#include "cli/stores.h"
#include "client/run_client.h"
#include "reports/paper_painter.h"
#include "tour/run_tour.h"

#include <exception>
#include <iostream>

namespace {

using namespace holdfast;

int openClient(const cli::Arguments& arguments, int argc, char** argv)
{
    ui::ClientOptions options;
    options.store = arguments.get("--store");
    if (arguments.has("--passphrase-file")) {
        auto secret = cli::passphraseFor(arguments, options.store);
        if (!secret)
            return cli::complain(std::cerr, secret.error());
        options.user = arguments.get("--user");
        options.secret = std::move(secret).value();
    }
    return ui::runClient(argc, argv, options);
}

int drawWithoutDisplay(const cli::Arguments& arguments, int argc, char** argv)
{
    const bool tour = arguments.verb == cli::Verb::tour;
    const auto done = ui::runTour(argc, argv, arguments.get("--out"), tour ? ui::Show::mainJob : ui::Show::everyPage);
    if (!done)
        return cli::complain(std::cerr, done.error());
    for (const std::string& line : *done)
        std::cout << line << '\n';
    return cli::delivered(std::cout, std::cerr, cli::exitDone);
}

int run(int argc, char** argv)
{
    platform::hardenProcess();
    const auto arguments = cli::parseArguments({argv + 1, argv + argc});
    if (!arguments)
        return cli::complain(std::cerr, arguments.error());
    // Where nothing can be logged the work goes on: a full disk must not keep anybody from their list.
    if (const auto folder = platform::dataFolder())
        if (const auto logging = log::openFile(*folder); !logging)
            std::cerr << "holdfast: the log cannot be written; going on without it\n";
    if (arguments->verb == cli::Verb::client)
        return openClient(*arguments, argc, argv);
    if (arguments->verb == cli::Verb::tour || arguments->verb == cli::Verb::pictures)
        return drawWithoutDisplay(*arguments, argc, argv);
    const SystemClock clock;
    SystemRandom random;
    cli::Surroundings around{clock, random, std::cout, std::cerr};
    ui::PaperPainter painter{argc, argv};
    around.writePdf = [&](const auto& document, const auto& pictures) { return painter.pdf(document, pictures); };
    around.paintPng = [&](const auto& drawing) { return painter.png(drawing); };
    return cli::run(*arguments, around);
}

}  // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception&) {
        // The message may hold anything, so it is not shown.
        std::cerr << "holdfast: stopped by an unforeseen fault; nothing that was confirmed is lost\n";
        return holdfast::cli::exitWrong;
    }
}
