/// The files behind what a user named, for those who want to look at them without reading stories.
public enum InputFiles {
  /// All files that would be read as stories, folders walked; what can't be found is left out, and so are addresses.
  public static func paths(_ inputs: [String]) -> [String] {
    var walk = FolderWalk(inputs)
    var paths: [String] = []
    while let step = walk.next() {
      if case .file(let path) = step, path != "-" { paths.append(path) }
    }
    return paths
  }
}
