using System.Reflection;

namespace IzzyViz.SiteGen.Cli.Starting;

/// <summary>What a repository needs to build its gallery on GitHub, and to use the tool at a fixed version.</summary>
internal static class StarterWorkflow
{
    public static StarterFile Workflow { get; } = new(".github/workflows/gallery.yml", ReadWorkflow());

    public static StarterFile ToolManifest { get; } = new(".config/dotnet-tools.json", $$"""
        {
          "version": 1,
          "isRoot": true,
          "tools": {
            "izzyviz.sitegen": {
              "version": "{{Version}}",
              "commands": ["izzyviz-site"],
              "rollForward": false
            }
          }
        }

        """.ReplaceLineEndings("\n"), IsOptional: true);

    public static StarterFile GitIgnore { get; } = new(".gitignore", "_site/\n.izzyviz/\n", IsOptional: true);

    private static string Version => typeof(StarterWorkflow).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
        .InformationalVersion.Split('+')[0];

    private static string ReadWorkflow() =>
        """
        # Builds the gallery on every push, keeps it as an artifact, and publishes it where site.yml says 'publish: public'.
        # On a pull request it also builds the base, by the tool pinned there, and reviews what changed; a gate of site.yml that is passed fails the job.
        name: gallery
        on:
          push:
            branches: [main]
          pull_request:
          workflow_dispatch:
        permissions:
          contents: read
        concurrency:
          group: gallery-${{ github.ref }}
          cancel-in-progress: true
        jobs:
          build:
            runs-on: ubuntu-latest
            outputs:
              public: ${{ steps.plan.outputs.public }}
            steps:
              - uses: actions/checkout@v4
                with:
                  lfs: true
                  fetch-depth: 0
              - uses: actions/setup-dotnet@v4
                with:
                  dotnet-version: 10.0.x
              - run: dotnet tool restore
              - uses: actions/cache@v4
                with:
                  path: .izzyviz
                  key: results-${{ runner.os }}-${{ github.sha }}
                  restore-keys: results-${{ runner.os }}-
              - name: Check
                run: dotnet tool run izzyviz-site check --log-format github
              - name: Build the base
                if: github.event_name == 'pull_request'
                id: base
                env:
                  BASE: ${{ github.event.pull_request.base.sha }}
                run: |
                  git worktree add --detach _base "$BASE"
                  if [ -f _base/site.yml ] && [ -f _base/.config/dotnet-tools.json ]; then
                    cd _base
                    dotnet tool restore
                    dotnet tool run izzyviz-site build --out ../_base-site --store ../.izzyviz/store --log-format github
                    echo "option=--base _base-site" >> "$GITHUB_OUTPUT"
                  fi
              - name: Build
                env:
                  OPTION: ${{ steps.base.outputs.option }}
                run: dotnet tool run izzyviz-site build --out _site $OPTION --log-format github
              - name: Review
                if: steps.base.outputs.option != ''
                id: review
                run: |
                  # The exit code of a gate is passed on by the last step, when the review is kept.
                  code=0
                  dotnet tool run izzyviz-site diff _base-site _site --manifest site.yml --out _review --markdown review.md --log-format github || code=$?
                  echo "code=$code" >> "$GITHUB_OUTPUT"
              - name: Is it public
                id: plan
                run: |
                  if dotnet tool run izzyviz-site plan --json | grep -q '"publish": "public"'; then
                    echo "public=true" >> "$GITHUB_OUTPUT"
                  else
                    echo "public=false" >> "$GITHUB_OUTPUT"
                  fi
              - name: Keep as an artifact
                id: artifact
                uses: actions/upload-artifact@v4
                with:
                  name: gallery
                  path: |
                    _site
                    _review
                    review.md
              - name: Job summary
                if: steps.review.outputs.code != ''
                env:
                  ARTIFACT: ${{ steps.artifact.outputs.artifact-url }}
                run: test ! -f review.md || sed "\$ s|\$| The pages are in [the artifact]($ARTIFACT).|" review.md >> "$GITHUB_STEP_SUMMARY"
              - name: Hand over to Pages
                if: steps.plan.outputs.public == 'true' && github.ref == 'refs/heads/main'
                uses: actions/upload-pages-artifact@v3
                with:
                  path: _site
              - name: Gates
                if: steps.review.outputs.code != ''
                env:
                  CODE: ${{ steps.review.outputs.code }}
                run: exit "$CODE"
          publish:
            needs: build
            if: needs.build.outputs.public == 'true' && github.ref == 'refs/heads/main'
            runs-on: ubuntu-latest
            permissions:
              pages: write
              id-token: write
            environment:
              name: github-pages
              url: ${{ steps.deployment.outputs.page_url }}
            steps:
              - id: deployment
                uses: actions/deploy-pages@v4

        """.ReplaceLineEndings("\n");
}
