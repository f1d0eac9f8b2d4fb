package chat.salon.bench;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Channels of very different sizes (Zipf), one voice in each, and some people who join and part
/// all the time. In every run the same people are in the same channels.
///
/// @param clients of all sorts
/// @param channels one voice and one witness for each are taken from the clients
/// @param movers how many of the clients join and part
record MixedLoad(int clients, int channels, int movers, Pace pace) implements Load {
  private static final int MEMBERSHIPS = 3;
  static final long SEED = 20_261_121;

  MixedLoad {
    if (clients < 2 * channels + movers) {
      throw new BenchException("a mixed load needs two clients for each channel, and the movers");
    }
  }

  @Override
  public String name() {
    return "mixed";
  }

  @Override
  public Map<String, Object> parameters() {
    var parameters = new LinkedHashMap<String, Object>();
    parameters.put("clients", clients);
    parameters.put("channels", channels);
    parameters.put("movers", movers);
    pace.describe(parameters);
    return parameters;
  }

  @Override
  public List<Figure> headlines() {
    return List.of(Figure.DELIVERIES_PER_CPU_SECOND);
  }

  @Override
  public Result run(Run run) {
    var zipf = new Zipf(channels);
    var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    try (var crowd = run.crowd()) {
      run.progress().say("connects");
      var everybody = crowd.connect(clients);
      int residents = clients - movers;
      var membership = memberships(residents, zipf, chance);
      run.progress().say("joins");
      crowd.join(joins(everybody, membership));
      crowd.settle(everybody);
      var talk =
          new MixedTalk(
              crowd,
              voices(everybody, membership),
              check(everybody.subList(0, residents), membership),
              names(),
              channel -> channel + channels,
              _ -> zipf.choose(chance));
      return new TalkRun(run, crowd, talk)
          .measure(
              () -> {
                everybody.subList(residents, clients).forEach(talk::wander);
                pace.start(talk);
              },
              everybody);
    }
  }

  List<String> names() {
    var names = new ArrayList<String>();
    for (int channel = 0; channel < channels; channel++) {
      names.add("#mixed" + channel);
    }
    return names;
  }

  /// Who is in which channel: first a voice each, then a witness each who is nowhere else.
  List<BitSet> memberships(int residents, Zipf zipf, RandomGenerator chance) {
    var memberships = new ArrayList<BitSet>();
    for (int client = 0; client < residents; client++) {
      var own = new BitSet(channels);
      own.set(client % channels);
      boolean witness = client >= channels && client < 2 * channels;
      while (!witness && own.cardinality() < Math.min(MEMBERSHIPS, channels)) {
        own.set(zipf.choose(chance));
      }
      memberships.add(own);
    }
    return memberships;
  }

  List<Crowd.Join> joins(List<Client> everybody, List<BitSet> memberships) {
    var names = names();
    var joins = new ArrayList<Crowd.Join>();
    for (int client = 0; client < memberships.size(); client++) {
      var who = everybody.get(client);
      memberships.get(client).stream()
          .forEach(channel -> joins.add(new Crowd.Join(who, names.get(channel))));
    }
    return joins;
  }

  List<Voice> voices(List<Client> everybody, List<BitSet> memberships) {
    var names = names();
    var voices = new ArrayList<Voice>();
    for (int channel = 0; channel < channels; channel++) {
      int wanted = channel;
      int members = (int) memberships.stream().filter(own -> own.get(wanted)).count();
      voices.add(
          new Voice(
              everybody.get(channel), channel, names.get(channel), members - 1, pace.window()));
    }
    return voices;
  }

  Check check(List<Client> residents, List<BitSet> memberships) {
    var check = new Check(residents.size() * channels);
    for (var resident : residents) {
      resident.firstStream = resident.index * channels;
      resident.voices = channels;
      memberships.get(resident.index).stream()
          .filter(channel -> channel != resident.index)
          .forEach(channel -> check.open(resident.firstStream + channel, 0));
    }
    return check;
  }
}
