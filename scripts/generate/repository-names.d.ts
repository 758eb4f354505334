export type RepositoryNames = {
  readonly url: string;
  readonly issues: string;
  readonly owner: string;
  readonly image: string;
  readonly appImage: string;
};
export function repositoryNames(root: string): Promise<RepositoryNames | undefined>;
export function namesOf(repository: string | undefined): RepositoryNames | undefined;
