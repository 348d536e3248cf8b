"""What is kept from build to build, by which reader, and how a build comes into its folder at one instant."""
