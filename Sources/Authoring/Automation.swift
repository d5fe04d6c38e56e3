/// What lets a forge check every proposed change of a hub, and publish what is accepted.
enum Automation {
  static func files(source: String) -> [HubSkeleton.File] {
    [
      HubSkeleton.File(".ci/hubwright", program, isProgram: true),
      HubSkeleton.File(".github/workflows/hub.yml", github(source)),
      HubSkeleton.File(".gitlab-ci.yml", gitlab(source)),
      HubSkeleton.File(".woodpecker/hub.yaml", woodpecker(source)),
    ]
  }

  private static let image = "docker.io/library/swift:6.1"

  /// Builds the program where it is not there yet, and runs it.
  private static let program = """
    #!/bin/sh
    # Runs Hubwright, which is built from the repository $HUBWRIGHT first where it is not there yet: .ci/hubwright check
    set -eu
    program=$PWD/.hubwright/program
    binary=$program/.build/release/hubwright
    if ! [ -x "$binary" ]; then
      rm -rf "$program"
      git clone --quiet --depth 1 "$HUBWRIGHT" "$program"
    fi
    "$program/.ci/system-libraries"
    [ -x "$binary" ] || swift build --package-path "$program" -c release --product hubwright
    # Git refuses to tell the history of files that belong to somebody else, as they do in a container.
    git config --global --add safe.directory "$PWD"
    exec "$binary" "$@"

    """

  private static func github(_ source: String) -> String {
    """
    name: Hub
    on:
      push:
        branches: [main]
      pull_request:
      # Every night, since what is to come becomes what has passed.
      schedule:
        - cron: "15 3 * * *"
    env:
      HUBWRIGHT: \(source)
    jobs:
      check:
        runs-on: ubuntu-latest
        container: \(image)
        steps:
          - run: apt-get -q update && apt-get -q install --yes git
          - uses: actions/checkout@v4
            with:
              fetch-depth: 0
          - uses: actions/cache@v4
            with:
              path: .hubwright/program
              key: hubwright
          - run: .ci/hubwright check --format github
          - run: .ci/hubwright build --strict
          - uses: actions/upload-pages-artifact@v3
            with:
              path: public
      publish:
        if: github.event_name != 'pull_request'
        needs: check
        runs-on: ubuntu-latest
        permissions:
          pages: write
          id-token: write
        environment:
          name: github-pages
          url: ${{ steps.pages.outputs.page_url }}
        steps:
          - id: pages
            uses: actions/deploy-pages@v4

    """
  }

  private static func gitlab(_ source: String) -> String {
    """
    image: \(image)
    variables:
      HUBWRIGHT: \(source)
      # The whole history, for the days of last changes.
      GIT_DEPTH: "0"
    cache:
      key: hubwright
      paths: [.hubwright/program]
    check:
      rules:
        - if: $CI_PIPELINE_SOURCE == "merge_request_event"
      script:
        - .ci/hubwright check --format gitlab | tee hubwright.json
        - .ci/hubwright build --strict
      artifacts:
        when: always
        reports:
          codequality: hubwright.json
    pages:
      rules:
        - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
      script:
        - .ci/hubwright build --strict
      artifacts:
        paths: [public]

    """
  }

  private static func woodpecker(_ source: String) -> String {
    """
    when:
      - event: pull_request
      - event: push
        branch: main
    clone:
      git:
        image: woodpeckerci/plugin-git
        settings:
          depth: 0
          partial: false
    steps:
      - name: check
        image: \(image)
        environment:
          HUBWRIGHT: \(source)
        commands:
          - .ci/hubwright check
          - .ci/hubwright build --strict
      - name: publish
        image: \(image)
        when:
          - event: push
            branch: main
        environment:
          TOKEN:
            from_secret: codeberg_token
        commands:
          - cd public
          - git init --quiet --initial-branch pages
          - git add --all
          - git -c user.name=hub -c user.email=hub@localhost commit --quiet --message "Publish the hub"
          - git push --force "https://hub:$TOKEN@codeberg.org/$CI_REPO.git" pages

    """
  }
}
