// The client as main.cpp puts it together, with a typist at the keyboard:
//   holdfast_typist STORE PASSPHRASE PERSON WHERE SEED LOG type|look keep|forget
#include "base/log.h"
#include "base/platform.h"
#include "client/client.h"
#include "client/run_client.h"
#include "typing/typist.h"

#include <memory>
#include <string>
#include <vector>

using namespace holdfast;

int main(int argc, char** argv)
{
    platform::hardenProcess();
    const std::vector<std::string> words{argv + 1, argv + argc};
    if (words.size() != 8)
        return 2;
    if (const auto folder = platform::dataFolder())
        (void)log::openFile(*folder);
    test::TypistOrders orders;
    orders.person = PersonId{words[2]};
    orders.where = static_cast<test::Where>(std::stoi(words[3]));
    orders.seed = std::stoull(words[4]);
    orders.log = words[5];
    orders.onlyLook = words[6] == "look";
    std::unique_ptr<test::Typist> typist;
    ui::ClientOptions options;
    options.store = words[0];
    options.secret = words[1];
    options.keepsDrafts = words[7] == "keep";
    options.opened = [&](ui::Client& client) { typist = std::make_unique<test::Typist>(client, orders); };
    options.closing = [&] { typist.reset(); };
    int none = 1;
    return ui::runClient(none, argv, options);
}
